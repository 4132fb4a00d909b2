using Estaleiro.Reports.Model;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Cli.Running;

/// <summary>A scenario's results in the rounds of a repeated run.</summary>
/// <param name="Name">Feature and title.</param>
/// <param name="Results">Its result in each round, in order; null if it has none.</param>
internal sealed record RepeatedScenario(string Name, IReadOnlyList<ScenarioResult?> Results)
{
    private const string NotRun = "not run";

    /// <summary>Whether its result varies.</summary>
    internal bool IsFlaky => Results.Select(Outcome).Distinct().Skip(1).Any();

    /// <summary>Whether it failed or did not run in every round.</summary>
    internal bool IsFailed => !IsFlaky && Outcome(Results[0]) is not ("passed" or "skipped");

    /// <summary>The rounds grouped by result: <c>passed in rounds 1, 3; failed in round 2</c>.</summary>
    internal string Rounds => string.Join("; ", Results.Select((result, index) => (Outcome: Outcome(result), Round: index + 1))
        .GroupBy(entry => entry.Outcome, entry => entry.Round)
        .Select(group => $"{group.Key} in round{(group.Count() == 1 ? "" : "s")} {string.Join(", ", group)}"));

    /// <summary>Where and why it first failed, in one line; null if it never failed.</summary>
    internal string? FirstCause
    {
        get
        {
            var first = Results.Select((result, index) => (Result: result, Round: index + 1))
                .FirstOrDefault(entry => entry.Result?.Outcome is ScenarioOutcome.Failed or ScenarioOutcome.Unfinished);
            if (first.Result is null)
            {
                return null;
            }

            var failure = RunFailure.Of(first.Result);
            return $"round {first.Round}: {failure.Where}{(failure.Step is null ? "" : $": {failure.Step}")}: {failure.Cause.Split('\n')[0].TrimEnd()}";
        }
    }

    private static string Outcome(ScenarioResult? result) => result?.Outcome switch
    {
        ScenarioOutcome.Passed => "passed",
        ScenarioOutcome.Skipped => "skipped",
        ScenarioOutcome.Unfinished => "interrupted",
        ScenarioOutcome.Failed => "failed",
        _ => NotRun,
    };
}
