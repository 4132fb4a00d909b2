using System.CommandLine;
using Estaleiro.Cli.Running;
using Estaleiro.Cli.Terminal;
using Estaleiro.Reports.Comparing;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Commands;

/// <summary><c>compare</c>: what differs between two runs, on two clusters or of two versions.</summary>
internal sealed class CompareCommand
{
    internal CompareCommand(CliServices services)
    {
        var first = new Argument<string>("first") { Description = "A run's folder, or its messages.ndjson." };
        var second = new Argument<string>("second") { Description = "The run that is compared with it." };
        var html = new Option<string?>("--html")
        {
            HelpName = "file",
            Description = "Where the HTML page goes (default: comparison.html beside the second run's messages).",
        };
        Command = new Command("compare", "Tells which scenarios and outcomes differ between two runs; ends with 1 when some do.") { first, second, html };
        Command.SetAction((parsed, cancellationToken) => CompareAsync(
            services, parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), parsed.GetValue(html), cancellationToken));
    }

    internal Command Command { get; }

    private static async Task<int> CompareAsync(CliServices services, string first, string second, string? html, CancellationToken cancellationToken)
    {
        var (firstRun, secondRun) = (Load(first), Load(second));
        var comparison = RunComparison.Of(firstRun, secondRun);
        ComparisonPrinter.Print(services.Output, comparison, first, second);
        var page = html ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(RunMessages.PathOf(second)))!, "comparison.html");
        try
        {
            await using var file = File.Create(page);
            await ComparisonReport.WriteAsync(comparison, first, second, file, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Environment($"{page} cannot be written: {exception.Message} Name another file with --html.", exception);
        }

        services.Output.Line($"HTML page: {page}", Tone.Quiet);
        return comparison.AreEqual ? ExitCode.Green : ExitCode.Failed;
    }

    /// <summary>A run without scenarios has nothing that could be compared: most likely something else was named.</summary>
    private static TestRun Load(string named)
    {
        var path = RunMessages.PathOf(named);
        var run = RunMessages.Load(path);
        return run.Scenarios.Any()
            ? run
            : throw CliException.Usage($"{path} tells of no scenario{(run.Problems.Count == 0 ? "" : $" ({run.Problems[0]})")}. Name two runs that ran some.");
    }
}
