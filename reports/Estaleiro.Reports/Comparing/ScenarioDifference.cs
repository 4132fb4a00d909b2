using Estaleiro.Reports.Model;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Reports.Comparing;

/// <summary>A scenario that two runs do not have in common, or that came out otherwise in one of them.</summary>
/// <param name="First">The scenario in the first run, or null where it is only in the second.</param>
/// <param name="Second">The scenario in the second run, or null where it is only in the first.</param>
/// <param name="Outcome">Where what was found differs, the lines that do; otherwise none.</param>
public sealed record ScenarioDifference(ScenarioResult? First, ScenarioResult? Second, IReadOnlyList<DiffLine> Outcome)
{
    /// <summary>The scenario, from whichever run has it.</summary>
    public ScenarioResult Scenario => (Second ?? First)!;

    /// <summary>Whether both runs have it and it ended otherwise (passed, failed, skipped, interrupted).</summary>
    public bool EndedOtherwise => First is not null && Second is not null && First.Outcome != Second.Outcome;

    /// <summary>Feature and title.</summary>
    public string Name => $"{Scenario.Feature} › {Scenario.Title}";

    /// <summary>How it ended in a run, with the reason where it did not pass.</summary>
    public static (string Status, string? Reason) EndOf(ScenarioResult scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.Outcome switch
        {
            ScenarioOutcome.Passed => ("passed", null),
            ScenarioOutcome.Skipped => ("skipped", scenario.SkipReason),
            ScenarioOutcome.Unfinished => ("interrupted", null),
            _ => ("failed", RunFailure.Of(scenario).Cause),
        };
    }
}
