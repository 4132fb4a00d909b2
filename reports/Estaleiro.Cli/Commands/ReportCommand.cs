using System.CommandLine;
using System.Text;
using Estaleiro.Cli.Running;
using Estaleiro.Reports.Html;
using Estaleiro.Reports.JUnit;
using Estaleiro.Reports.Markdown;
using Estaleiro.Reports.Model;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Cli.Commands;

/// <summary><c>report</c>: writes summary, HTML and JUnit XML again from a run's messages.</summary>
internal sealed class ReportCommand
{
    internal ReportCommand(CliServices services)
    {
        var messages = new Argument<string>("messages")
        {
            Description = "A run's messages.ndjson, or the folder that contains it.",
        };
        var granularity = new JUnitOption();
        var junit = new Option<string?>("--junit-file")
        {
            HelpName = "file",
            Description = "The JUnit XML file to write (default: junit.xml next to the messages, unless it exists).",
        };
        var html = new Option<string?>("--html")
        {
            HelpName = "file",
            Description = "The HTML report to write (default: report.html next to the messages).",
        };
        Command = new Command("report", "Writes a run's reports again from its messages.") { messages, html, junit, granularity.Option };
        Command.Subcommands.Add(new CoverageCommand(services).Command);
        Command.Subcommands.Add(new OutagesCommand(services).Command);
        Command.SetAction((parsed, cancellationToken) => ReportAsync(
            services, parsed.GetRequiredValue(messages), parsed.GetValue(html), parsed.GetValue(junit), granularity.Read(parsed), cancellationToken));
    }

    internal Command Command { get; }

    private static async Task<int> ReportAsync(
        CliServices services, string messages, string? html, string? junit, JUnitGranularity? granularity, CancellationToken cancellationToken)
    {
        var path = RunMessages.PathOf(messages);
        var run = WithWhatNeverStarted(RunMessages.Load(path), path);
        SummaryPrinter.Print(services.Output, RunSummary.Of(run));
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var page = html ?? Path.Combine(folder, "report.html");
        await WriteAsync(page, "--html", file => HtmlReport.WriteAsync(run, file, cancellationToken));
        services.Output.Line($"HTML report: {page}");
        var summary = Path.Combine(folder, "summary.md");
        await WriteAsync(summary, null, async file => await file.WriteAsync(Encoding.UTF8.GetBytes(MarkdownSummary.Of(run)), cancellationToken));
        services.Output.Line($"Markdown summary: {summary}");
        new GitHubJob(services).Tell(run);

        var beside = Path.Combine(folder, "junit.xml");
        if (junit is null && granularity is null && File.Exists(beside))
        {
            // The run's own file contains more than the messages, such as scenarios that never ran.
            services.Output.Line($"JUnit XML: {beside} (unchanged; write another one with --junit or --junit-file)");
            return run.IsGreen ? ExitCode.Green : ExitCode.Failed;
        }

        var target = junit ?? beside;
        await WriteAsync(target, "--junit-file", file =>
        {
            JUnitReport.Write(run, [], file, granularity ?? JUnitGranularity.Scenario);
            return Task.CompletedTask;
        });
        services.Output.Line($"JUnit XML: {target}");
        return run.IsGreen ? ExitCode.Green : ExitCode.Failed;
    }

    /// <summary>
    /// Adds the scenarios that never started: an interrupted run's messages do not contain them, but the list next to the messages does.
    /// </summary>
    private static TestRun WithWhatNeverStarted(TestRun run, string messages)
    {
        var selected = SelectedScenario.ReadBeside(messages);
        var missing = SelectedScenario.NotRun(selected, [.. run.Scenarios]);
        return missing.Count == 0 ? run : run with { Problems = [.. run.Problems, RunChecks.NotRunText(missing.Count, selected.Count)] };
    }

    private static async Task WriteAsync(string path, string? option, Func<Stream, Task> write)
    {
        try
        {
            await using var file = File.Create(path);
            await write(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Environment($"Cannot write {path}: {exception.Message}{(option is null ? "" : $" Choose another file with {option}.")}", exception);
        }
    }
}
