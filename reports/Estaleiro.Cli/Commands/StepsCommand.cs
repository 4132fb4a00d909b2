using System.CommandLine;
using Estaleiro.Cli.Running;
using Estaleiro.Cli.Terminal;
using Estaleiro.Reports.Html;
using Estaleiro.Specs.Catalog;
using CountText = Estaleiro.Cli.Running.CountText;

namespace Estaleiro.Cli.Commands;

/// <summary><c>steps</c>: lists the steps that features can use.</summary>
internal sealed class StepsCommand
{
    private const int MostExamples = 2;

    internal StepsCommand(CliServices services, SharedOptions shared)
    {
        var words = new Argument<string[]>("words")
        {
            Description = "List only steps that mention all these words (default: every step).",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var page = new Option<string?>("--html")
        {
            HelpName = "file",
            Description = "Write them to this file, as a page to search in, instead.",
        };
        Command = new Command("steps", "Lists the steps that features can use, with an example of each.") { words, page };
        Command.SetAction((parsed, cancellationToken) =>
            ListAsync(services, parsed.GetValue(words) ?? [], parsed.GetValue(page), parsed.GetValue(shared.Verbose), cancellationToken));
    }

    internal Command Command { get; }

    private static async Task<int> ListAsync(
        CliServices services, string[] words, string? page, bool verbose, CancellationToken cancellationToken)
    {
        var repository = services.FindRepository();
        await new SpecBuild(repository, services.Processes, services.Output).BuildAsync(verbose, cancellationToken);
        var features = await FeatureCatalog.LoadAsync(repository.Features, repository.Root, cancellationToken);
        var assembly = Path.Combine(repository.SpecBuild, "Estaleiro.Steps.dll");
        IReadOnlyList<StepEntry> steps;
        try
        {
            steps = StepCatalog.Load(assembly, features.Features);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            throw CliException.Environment($"Cannot read the built steps: {exception.Message.Split('\n')[0]}", exception);
        }

        List<StepEntry> found = [.. steps.Where(step => step.Mentions(words))];
        if (found.Count == 0)
        {
            throw CliException.Usage($"No step mentions {string.Join(" and ", words.Select(word => $"'{word}'"))}. './run.sh steps' lists all {steps.Count}.");
        }

        if (page is not null)
        {
            await WriteAsync(found, page, cancellationToken);
            services.Output.Line($"Written: {repository.Display(Path.GetFullPath(page))}");
            return ExitCode.Green;
        }

        foreach (var group in found.GroupBy(step => step.Group))
        {
            services.Output.Line(group.Key, Tone.Heading);
            foreach (var step in group)
            {
                Print(services.Output, step);
            }

            services.Output.Line();
        }

        services.Output.Line(words.Length == 0 ? CountText.Of(found.Count, "step") : $"{CountText.Of(found.Count, "step")} of {steps.Count}");
        return ExitCode.Green;
    }

    private static async Task WriteAsync(List<StepEntry> steps, string page, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.Create(page);
            await StepsHtml.WriteAsync(
                [.. steps.Select(step => new StepView(
                    step.Group,
                    step.Summary,
                    [.. step.Wordings.Select(wording => new StepText(string.Join('/', wording.Keywords), wording.Text))],
                    [.. Examples(step).Select(example => new StepUse(example.Language, example.Text, $"{example.Uri}:{example.Line}"))]))],
                file,
                cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Environment($"Cannot write {page}: {exception.Message.Split('\n')[0]}", exception);
        }
    }

    private static IEnumerable<StepExample> Examples(StepEntry step) =>
        step.Wordings.Select(wording => wording.Example).OfType<StepExample>().DistinctBy(example => example.Language).Take(MostExamples);

    private static void Print(CliOutput output, StepEntry step)
    {
        foreach (var wording in step.Wordings)
        {
            output.Line($"  {string.Join('/', wording.Keywords)} {wording.Text}");
        }

        if (step.Summary.Length > 0)
        {
            output.Line($"    {step.Summary}");
        }

        foreach (var example in Examples(step))
        {
            output.Line($"    {example.Language}: {example.Text}  ({example.Uri}:{example.Line})", Tone.Quiet);
        }
    }
}
