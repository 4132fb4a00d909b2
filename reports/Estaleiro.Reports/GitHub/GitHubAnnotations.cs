using Estaleiro.Contract;
using Estaleiro.Reports.Model;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Reports.GitHub;

/// <summary>
/// Formats failures as workflow commands of GitHub Actions. A job that prints them gets an error on each line of a feature file
/// (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message).
/// </summary>
public static class GitHubAnnotations
{
    /// <summary>GitHub shows this many errors per step and silently drops the rest.</summary>
    public const int Most = 10;

    private const int MostCharacters = 4_000;

    /// <summary>The lines to print; empty for a green run. If there are more than GitHub shows, the last one says how many.</summary>
    /// <param name="run">The run.</param>
    /// <param name="pathOf">Maps a feature's path to its path in the job's repository.</param>
    public static IReadOnlyList<string> Of(TestRun run, Func<string, string> pathOf)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(pathOf);
        var summary = RunSummary.Of(run);
        List<string> lines =
        [
            .. summary.Failures.Concat(summary.Unfinished).Select(failure => Line(failure, pathOf)),
            .. summary.FailedHooks.Select(hook => Command($"title={Property(hook.Name)}", hook.Message ?? "failed without a message")),
            .. summary.Problems.Select(problem => Command("title=This run is incomplete", problem)),
        ];
        return lines.Count <= Most
            ? lines
            : [.. lines.Take(Most - 1), Command("title=More failures", $"{lines.Count - Most + 1} more failures are in the job's summary and in report.html.")];
    }

    private static string Line(RunFailure failure, Func<string, string> pathOf)
    {
        var line = failure.Line > 0 ? $",line={failure.Line}" : "";
        var title = Property($"{failure.Scenario.Feature} › {failure.Scenario.Title}");
        return Command($"file={Property(pathOf(failure.Scenario.Uri))}{line},title={title}", $"{failure.Step}\n{failure.Cause}".Trim());
    }

    private static string Command(string properties, string message) =>
        $"::error {properties}::{Data(MessageText.Cut(message, "report.html", MostCharacters))}";

    // https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts: escapeData, escapeProperty.
    private static string Data(string text) => PrintableText.Of(text)
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
