using System.Globalization;
using System.Text;
using Estaleiro.Reports.Html;
using Estaleiro.Reports.Model;
using Estaleiro.Reports.Outages;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Reports.Markdown;

/// <summary>Writes a run as a page of Markdown for a GitHub job: failures with their causes, then components and skips.</summary>
public static class MarkdownSummary
{
    /// <summary>
    /// The default maximum of UTF-8 bytes: a little less than the 1 MiB that GitHub accepts per step
    /// (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits).
    /// </summary>
    public const int MostBytes = 1_000_000;

    /// <summary>The minimum of bytes, enough for the verdict and the notes on omissions.</summary>
    public const int LeastBytes = 2_000;

    private const int MostCauseLines = 60;
    private const int MostCauseCharacters = 6_000;
    private const int MostProblemCharacters = 1_000;
    private const int MostProblems = 5;

    /// <summary>The maximum size of the notes on omissions.</summary>
    private const int Notes = 1_000;

    /// <summary>The summary. If it is too long, its end is omitted, and a note says what is missing and where to find it.</summary>
    public static string Of(TestRun run, int mostBytes = MostBytes)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostBytes, LeastBytes);
        var summary = RunSummary.Of(run);
        var text = new BoundedText(mostBytes);
        text.TryAdd(Head(summary));
        AddProblems(text, summary);
        AddFailures(text, "Failed", summary.Failures);
        AddFailures(text, "Interrupted", summary.Unfinished);
        AddTested(text, run);
        AddComponents(text, run);
        AddOutages(text, OutageMatrix.Of(run));
        AddSkips(text, summary);
        return text.ToString();
    }

    private static string Head(RunSummary summary)
    {
        var total = summary.Passed + summary.Failed + summary.Skipped;
        var verdict = summary switch
        {
            { Failed: > 0 } => $"❌ {summary.Failed} of {total} scenarios failed",
            { IsGreen: false } => "❌ This run is incomplete",
            { Skipped: 0 } => $"✅ All {total} scenarios passed",
            _ => $"✅ {summary.Passed} of {total} scenarios passed, {summary.Skipped} skipped",
        };
        var interrupted = summary.Unfinished.Count == 0 ? "" : $", {summary.Unfinished.Count} interrupted";
        var duration = Words.Duration(summary.Duration);
        return $"# {verdict}\n\n{summary.Passed} passed, {summary.Failures.Count} failed, {summary.Skipped} skipped{interrupted}"
            + (duration.Length == 0 ? "\n" : $" in {duration}\n");
    }

    private static void AddProblems(BoundedText text, RunSummary summary)
    {
        var problems = summary.FailedHooks.Select(hook => $"{hook.Name}: {hook.Message ?? "failed without a message"}").Concat(summary.Problems).ToList();
        if (problems.Count == 0)
        {
            return;
        }

        text.TryAdd("\n## This run is incomplete\n\n", Notes);
        var shown = problems.Take(MostProblems)
            .TakeWhile(problem => text.TryAdd($"- {MarkdownText.Line(Cut(problem, MostProblemCharacters))}\n", Notes)).Count();
        AddOmitted(text, problems.Count - shown, "line", "lines");
    }

    /// <summary>
    /// Scenarios that failed for the same cause are grouped. If there is not enough room, the names of failed scenarios come before their
    /// causes.
    /// </summary>
    private static void AddFailures(BoundedText text, string heading, IReadOnlyList<RunFailure> failures)
    {
        if (failures.Count == 0)
        {
            return;
        }

        text.TryAdd($"\n## {heading}\n", Notes);
        var groups = failures.GroupBy(failure => failure.CauseKey, StringComparer.Ordinal).Select(same => (same.First().Cause, Titles: same.Select(Title).ToList())).ToList();
        var toName = groups.Sum(group => group.Titles.Sum(title => BoundedText.SizeOf(title) + 1));
        var unexplained = 0;
        var unnamed = 0;
        foreach (var (cause, titles) in groups)
        {
            toName -= titles.Sum(title => BoundedText.SizeOf(title) + 1);
            if (!text.TryAdd($"\n{string.Concat(titles)}\n{CodeOf(cause)}", Notes + toName))
            {
                var named = titles.TakeWhile(title => text.TryAdd($"\n{title}", Notes)).Count();
                unexplained += named;
                unnamed += titles.Count - named;
            }
        }

        if (unexplained > 0)
        {
            text.TryAdd($"\n… {unexplained} {(unexplained == 1 ? "cause" : "causes")} omitted; report.html has everything.\n");
        }

        AddOmitted(text, unnamed, "scenario", "scenarios");
    }

    private static string Title(RunFailure failure) =>
        $"**{MarkdownText.Line(failure.Scenario.Feature)} › {MarkdownText.Line(failure.Scenario.Title)}**  \n"
        + MarkdownText.Code(failure.Where) + (failure.Step is { } step ? $": {MarkdownText.Line(step)}  \n" : "  \n");

    private static string CodeOf(string cause)
    {
        var lines = cause.ReplaceLineEndings("\n").Split('\n');
        var shown = Cut(string.Join('\n', lines.Take(MostCauseLines)), MostCauseCharacters);
        return MarkdownText.Block(shown, "text")
            + (lines.Length > MostCauseLines ? $"\n… {lines.Length - MostCauseLines} more lines in report.html\n" : "");
    }

    private static void AddTested(BoundedText text, TestRun run)
    {
        foreach (var kind in new ReportView(run).Clusters.GroupBy(group => (group.Facts.Kubernetes, group.Facts.Provider, group.Facts.Image)))
        {
            var (kubernetes, provider, image) = kind.Key;
            var parts = new List<string>();
            if (kubernetes is not null)
            {
                parts.Add($"Kubernetes {MarkdownText.Line(kubernetes)}");
            }

            if (provider is not null)
            {
                parts.Add($"provider {MarkdownText.Line(provider)}");
            }

            if (image is not null)
            {
                parts.Add(MarkdownText.Code(image));
            }

            var count = kind.Sum(group => group.Names.Count);
            parts.Add(count == 1 ? "1 cluster" : $"{count} clusters");
            text.TryAdd($"\nTested: {string.Join(", ", parts)}\n", Notes);
        }
    }

    private static void AddComponents(BoundedText text, TestRun run)
    {
        var table = new StringBuilder("\n| component | passed | failed | skipped | time in scenarios |\n|---|--:|--:|--:|--:|\n");
        var components = run.Features.GroupBy(feature => ComponentName.Of(feature.Uri))
            .OrderBy(group => group.First().Uri, StringComparer.Ordinal).ToList();
        foreach (var component in components)
        {
            var scenarios = component.SelectMany(feature => feature.AllScenarios).ToList();
            var passed = scenarios.Count(scenario => scenario.Outcome == ScenarioOutcome.Passed);
            var skipped = scenarios.Count(scenario => scenario.Outcome == ScenarioOutcome.Skipped);
            var failed = scenarios.Count - passed - skipped;
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {(failed > 0 ? "❌ " : "")}{MarkdownText.Line(component.Key)} | {passed} | {failed} | {skipped} "
                + $"| {Words.Duration(new(scenarios.Sum(scenario => scenario.Duration.Ticks)))} |\n");
        }

        if (components.Count > 0)
        {
            text.TryAdd(table.ToString(), Notes);
        }
    }

    private static void AddOutages(BoundedText text, OutageMatrix matrix)
    {
        if (matrix.Rows.Count == 0)
        {
            return;
        }

        text.TryAdd($"\n## What each component is for\n\n{OutageMarkdown.Legend}\n", Notes);
        if (!text.TryAdd($"\n{OutageMarkdown.Table(matrix, row => MarkdownText.Line(row.Title))}\n", Notes))
        {
            text.TryAdd("\nThe table was omitted; report.html has it.\n");
        }

        var told = matrix.Rows
            .TakeWhile(row => text.TryAdd($"- **{MarkdownText.Line(row.Title)}** {OutageMarkdown.Story(matrix, row)}\n", Notes)).Count();
        AddOmitted(text, matrix.Rows.Count - told, "component", "components");
    }

    private static void AddSkips(BoundedText text, RunSummary summary)
    {
        if (summary.Skips.Count == 0)
        {
            return;
        }

        text.TryAdd("\n## Skipped\n\n", Notes);
        var omitted = 0;
        foreach (var skip in summary.Skips)
        {
            var scenarios = string.Concat(skip.Scenarios.Select(scenario =>
                $"  - {MarkdownText.Code(scenario.Location)} {MarkdownText.Line(scenario.Title)}\n"));
            if (!text.TryAdd($"- {skip.Scenarios.Count} × {MarkdownText.Line(Cut(skip.Reason, MostProblemCharacters))}\n{scenarios}", Notes))
            {
                omitted += skip.Scenarios.Count;
            }
        }

        AddOmitted(text, omitted, "scenario", "scenarios");
    }

    private static void AddOmitted(BoundedText text, int count, string one, string several)
    {
        if (count > 0)
        {
            text.TryAdd($"\n… {count} more {(count == 1 ? one : several)} omitted; report.html has everything.\n");
        }
    }

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]} … {text.Length - most} more characters in report.html";
}
