using System.CommandLine;
using System.Text;
using Estaleiro.Cli.Running;
using Estaleiro.Cli.Terminal;
using Estaleiro.Reports.Comparing;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Commands;

/// <summary><c>compare</c>: the differences between two runs, such as on two clusters or two versions.</summary>
internal sealed class CompareCommand
{
    internal CompareCommand(CliServices services)
    {
        var first = new Argument<string>("first") { Description = "A run's folder, or its messages.ndjson." };
        var second = new Argument<string>("second") { Description = "The run to compare with it, in the same form." };
        var html = new Option<string?>("--html")
        {
            HelpName = "file",
            Description = "The HTML page to write (default: comparison.html next to the second run's messages).",
        };
        var markdown = new Option<string?>("--markdown") { HelpName = "file", Description = "Also write a change log in Markdown." };
        Command = new Command(
            "compare", "Compares the scenarios, outcomes and observations of two runs; exits with 1 if scenarios or outcomes differ.")
        {
            first, second, html, markdown,
        };
        Command.SetAction((parsed, cancellationToken) => CompareAsync(
            services, parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), parsed.GetValue(html), parsed.GetValue(markdown), cancellationToken));
    }

    internal Command Command { get; }

    private static async Task<int> CompareAsync(CliServices services, string first, string second, string? html, string? markdown, CancellationToken cancellationToken)
    {
        var (firstRun, secondRun) = (Load(first), Load(second));
        var comparison = RunComparison.Of(firstRun, secondRun);
        ComparisonPrinter.Print(services.Output, comparison, first, second);
        var page = html ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(RunMessages.PathOf(second)))!, "comparison.html");
        await NamedFile.WriteAsync(page, "--html", file => ComparisonReport.WriteAsync(comparison, first, second, file, cancellationToken));
        if (markdown is not null)
        {
            await NamedFile.WriteAsync(
                markdown, "--markdown", async file => await file.WriteAsync(Encoding.UTF8.GetBytes(ComparisonMarkdown.Of(comparison)), cancellationToken));
        }

        services.Output.Line($"HTML page: {page}", Tone.Quiet);
        return comparison.AreEqual ? ExitCode.Green : ExitCode.Failed;
    }

    /// <summary>A run without scenarios cannot be compared; the user most likely named the wrong file.</summary>
    private static TestRun Load(string named)
    {
        var path = RunMessages.PathOf(named);
        var run = RunMessages.Load(path);
        return run.Scenarios.Any()
            ? run
            : throw CliException.Usage($"{path} contains no scenarios{(run.Problems.Count == 0 ? "" : $" ({run.Problems[0]})")}. Name two runs with scenarios.");
    }
}
