using System.CommandLine;
using System.Text;
using Estaleiro.Cli.Running;
using Estaleiro.Reports.Bindings;

namespace Estaleiro.Cli.Commands;

/// <summary><c>steps</c>: lists the steps that features can use.</summary>
internal sealed class StepsCommand
{
    internal StepsCommand(CliServices services)
    {
        var words = new Argument<string[]>("words")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Only steps whose text or description contains all these words.",
        };
        var markdown = new Option<string?>("--markdown") { HelpName = "file", Description = "Write them to this Markdown file instead." };
        var html = new Option<string?>("--html") { HelpName = "file", Description = "Write them to this HTML page, which has a search box, instead." };
        Command = new Command("steps", "Lists the steps that features can use: texts, arguments, what each does and records, an example.") { words, markdown, html };
        Command.SetAction((parsed, cancellationToken) => ListAsync(
            services, parsed.GetValue(words) ?? [], parsed.GetValue(markdown), parsed.GetValue(html), cancellationToken));
    }

    internal Command Command { get; }

    private static async Task<int> ListAsync(CliServices services, string[] words, string? markdown, string? html, CancellationToken cancellationToken)
    {
        var all = await new KnownSteps(services.FindRepository(), services).ReadAsync(cancellationToken);
        BoundStep[] steps = [.. all.Where(step => step.Mentions(words))];
        if (steps.Length == 0)
        {
            throw CliException.Usage($"None of {all.Count} steps contains {string.Join(" and ", words.Select(word => $"'{word}'"))}. ./run.sh steps lists them all.");
        }

        if (markdown is null && html is null)
        {
            StepsPrinter.Print(services.Output, steps);
            return ExitCode.Green;
        }

        if (markdown is not null)
        {
            var page = Encoding.UTF8.GetBytes(StepMarkdown.Of(steps));
            await NamedFile.WriteAsync(markdown, "--markdown", async file => await file.WriteAsync(page, cancellationToken));
            services.Output.Line($"Written: {markdown}");
        }

        if (html is not null)
        {
            await NamedFile.WriteAsync(html, "--html", file => StepReport.WriteAsync(steps, file, cancellationToken));
            services.Output.Line($"Written: {html}");
        }

        return ExitCode.Green;
    }
}
