using System.CommandLine;
using Estaleiro.Cli.Running;
using Estaleiro.Reports.JUnit;
using Estaleiro.Reports.Model;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Cli.Commands;

/// <summary><c>report</c>: summary and JUnit XML once more, from a run's messages.</summary>
internal sealed class ReportCommand
{
    internal ReportCommand(CliServices services)
    {
        var messages = new Argument<string>("messages")
        {
            Description = "A run's messages.ndjson, or the folder that holds it.",
        };
        var junit = new Option<string?>("--junit")
        {
            HelpName = "file",
            Description = "Where the JUnit XML goes (default: junit.xml beside the messages, where there is none yet).",
        };
        Command = new Command("report", "Makes a run's reports again from its messages.") { messages, junit };
        Command.SetAction(parsed => Report(services, parsed.GetRequiredValue(messages), parsed.GetValue(junit)));
    }

    internal Command Command { get; }

    private static int Report(CliServices services, string messages, string? junit)
    {
        var path = Directory.Exists(messages) ? Path.Combine(messages, "messages.ndjson") : messages;
        TestRun run;
        try
        {
            run = TestRun.Load(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage(File.Exists(path)
                ? $"{path} cannot be read: {exception.Message}"
                : $"There is no file {path}. A run leaves its messages in reports/out/<run>/messages.ndjson.");
        }

        SummaryPrinter.Print(services.Output, RunSummary.Of(run));
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "junit.xml");
        if (junit is null && File.Exists(beside))
        {
            // The run's own tells more than its messages do, such as scenarios that never ran.
            services.Output.Line($"JUnit XML: {beside} (the run's own, left as it is; --junit writes another)");
            return run.IsGreen ? ExitCode.Green : ExitCode.Failed;
        }

        var target = junit ?? beside;
        try
        {
            using var file = File.Create(target);
            JUnitReport.Write(run, [], file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Environment($"{target} cannot be written: {exception.Message} Name another file with --junit.", exception);
        }

        services.Output.Line($"JUnit XML: {target}");
        return run.IsGreen ? ExitCode.Green : ExitCode.Failed;
    }
}
