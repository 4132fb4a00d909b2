using Estaleiro.Cli.Features;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>Compares what a run tells with what was asked of it: a run that lost something on the way is never green.</summary>
internal static class RunChecks
{
    private const int MostNamed = 5;

    /// <summary>Problems besides those the messages show by themselves.</summary>
    /// <param name="run">The run as its messages tell it.</param>
    /// <param name="selection">What was asked for.</param>
    /// <param name="testExitCode">How <c>dotnet test</c> ended, or null where it was stopped.</param>
    /// <param name="logTail">The last lines it printed.</param>
    /// <param name="failFast">Whether it was to stop at the first failure.</param>
    /// <param name="mayCheckNothing">Whether a run that skipped everything is as it should be.</param>
    internal static IEnumerable<string> Problems(
        TestRun run, Selection selection, int? testExitCode, IEnumerable<string> logTail, bool failFast = false, bool mayCheckNothing = false)
    {
        var ran = run.Scenarios.ToList();
        var missing = NotRun(run, selection);
        if (failFast && missing.Count > 0 && ran.Exists(scenario => scenario.Outcome == ScenarioOutcome.Failed))
        {
            yield return $"stopped at the first failure: {NotRunText(missing.Count, selection.Scenarios.Count)}";
            yield break;
        }

        if (missing.Count > 0)
        {
            var named = string.Join(", ", missing.Take(MostNamed).Select(scenario => $"{scenario.Path}:{scenario.Line}"));
            yield return $"{missing.Count} of {selection.Scenarios.Count} selected scenarios did not run: {named}"
                + (missing.Count > MostNamed ? $" and {missing.Count - MostNamed} more" : "");
        }

        if (!mayCheckNothing && ran.Count > 0 && ran.TrueForAll(scenario => scenario.Outcome == ScenarioOutcome.Skipped))
        {
            yield return "every selected scenario was skipped: nothing was checked";
        }

        var nothingFailed = ran.TrueForAll(scenario => scenario.Outcome is ScenarioOutcome.Passed or ScenarioOutcome.Skipped);
        if (testExitCode is { } code and not 0 && (nothingFailed || missing.Count > 0))
        {
            yield return $"the test process ended with exit code {code}: {Reason(logTail)}";
        }
    }

    /// <summary>The same of a run that ended before its time.</summary>
    internal static string NotRunText(int missing, int selected) => $"{missing} of {selected} selected scenarios were not run";

    /// <summary>The selected scenarios that were never started.</summary>
    internal static IReadOnlyList<KnownScenario> NotRun(TestRun run, Selection selection)
    {
        var ran = run.Scenarios.ToList();
        return [.. selection.Scenarios.Where(scenario => !ran.Exists(result => IsSame(scenario, result)))];
    }

    /// <summary>Whether a scenario of the features and a result of the messages are the same.</summary>
    internal static bool IsSame(KnownScenario known, ScenarioResult result) =>
        PathText.IsSame(known.Path, result.Uri) && (result.Line == known.Line || (result.Line == 0 && result.Name == known.Name));

    // vstest says why it gave up in a line of its own; its last lines are only numbers.
    private static string Reason(IEnumerable<string> logTail)
    {
        var lines = logTail.ToList();
        return lines.Find(line => line.Contains("aborted", StringComparison.OrdinalIgnoreCase)
                || line.Contains("error", StringComparison.OrdinalIgnoreCase)
                || line.Contains("unhandled", StringComparison.OrdinalIgnoreCase))
            ?? lines.LastOrDefault()
            ?? "it printed nothing";
    }
}
