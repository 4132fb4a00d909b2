using Estaleiro.Cli.Features;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>Compares a run's results with its selection. A run that lost results is never green.</summary>
internal static class RunChecks
{
    private const int MostNamed = 5;

    /// <summary>Finds problems that are not in the messages.</summary>
    /// <param name="run">The run, read from its messages.</param>
    /// <param name="selection">The selected scenarios.</param>
    /// <param name="testExitCode">The exit code of <c>dotnet test</c>, or null if it was stopped.</param>
    /// <param name="logTail">Its last lines of output.</param>
    /// <param name="failFast">Whether it was told to stop at the first failure.</param>
    /// <param name="mayCheckNothing">Whether a run that skipped everything is correct.</param>
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
            yield return "every selected scenario was skipped, so nothing was checked";
        }

        var nothingFailed = ran.TrueForAll(scenario => scenario.Outcome is ScenarioOutcome.Passed or ScenarioOutcome.Skipped);
        if (testExitCode is { } code and not 0 && (nothingFailed || missing.Count > 0))
        {
            yield return $"the test process ended with exit code {code}: {Reason(logTail)}";
        }
    }

    /// <summary>The text for a run that stopped early.</summary>
    internal static string NotRunText(int missing, int selected) => $"{missing} of {selected} selected scenarios were not run";

    /// <summary>The selected scenarios that were never started.</summary>
    internal static IReadOnlyList<KnownScenario> NotRun(TestRun run, Selection selection)
    {
        var ran = run.Scenarios.ToList();
        return [.. selection.Scenarios.Where(scenario => !ran.Exists(result => IsSame(scenario, result)))];
    }

    /// <summary>Whether a result in the messages belongs to a scenario of the features.</summary>
    internal static bool IsSame(KnownScenario known, ScenarioResult result) =>
        PathText.IsSame(known.Path, result.Uri) && (result.Line == known.Line || (result.Line == 0 && result.Name == known.Name));

    // vstest prints the reason for giving up on its own line; its last lines contain only numbers.
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
