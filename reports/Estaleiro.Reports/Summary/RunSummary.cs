using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Summary;

/// <summary>The essentials of a run: what failed and why, what was skipped and why, and the numbers.</summary>
public sealed record RunSummary
{
    private RunSummary(TestRun run)
    {
        var scenarios = run.Scenarios.ToList();
        Passed = scenarios.Count(scenario => scenario.Outcome == ScenarioOutcome.Passed);
        Skipped = scenarios.Count(scenario => scenario.Outcome == ScenarioOutcome.Skipped);
        Failures = [.. scenarios.Where(scenario => scenario.Outcome == ScenarioOutcome.Failed).Select(RunFailure.Of)];
        Unfinished = [.. scenarios.Where(scenario => scenario.Outcome == ScenarioOutcome.Unfinished).Select(RunFailure.Of)];
        Skips =
        [
            .. scenarios.Where(scenario => scenario.Outcome == ScenarioOutcome.Skipped)
                .GroupBy(scenario => FirstLine(scenario.SkipReason!), StringComparer.Ordinal)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new SkipGroup(group.Key, [.. group])),
        ];
        FailedHooks = [.. run.Hooks.Where(hook => hook.Status > ResultStatus.Skipped)];
        Problems = run.Problems;
        Duration = run.Duration;
        IsGreen = run.IsGreen;
    }

    /// <summary>How many scenarios passed.</summary>
    public int Passed { get; }

    /// <summary>How many scenarios failed, including those that did not finish.</summary>
    public int Failed => Failures.Count + Unfinished.Count;

    /// <summary>How many scenarios were skipped.</summary>
    public int Skipped { get; }

    /// <summary>The failures, in the order of the features.</summary>
    public IReadOnlyList<RunFailure> Failures { get; }

    /// <summary>The scenarios that were started and did not finish.</summary>
    public IReadOnlyList<RunFailure> Unfinished { get; }

    /// <summary>The skips by reason, most frequent first.</summary>
    public IReadOnlyList<SkipGroup> Skips { get; }

    /// <summary>The run hooks that failed.</summary>
    public IReadOnlyList<HookResult> FailedHooks { get; }

    /// <summary>Why the messages are incomplete: see <see cref="TestRun.Problems"/>.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>How long the run took.</summary>
    public TimeSpan Duration { get; }

    /// <summary>Whether everything passed or was skipped and nothing is missing.</summary>
    public bool IsGreen { get; }

    /// <summary>Summarizes a run.</summary>
    public static RunSummary Of(TestRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new RunSummary(run);
    }

    private static string FirstLine(string text) => text.Trim().Split('\n')[0].TrimEnd('\r');
}
