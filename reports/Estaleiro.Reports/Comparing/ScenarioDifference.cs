using Estaleiro.Reports.Model;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Reports.Comparing;

/// <summary>A scenario that only one run has, or that differs between two runs.</summary>
/// <param name="First">The scenario in the first run, or null if only the second has it.</param>
/// <param name="Second">The scenario in the second run, or null if only the first has it.</param>
/// <param name="Outcome">The lines that differ between the outcomes; empty if they are equal.</param>
public sealed record ScenarioDifference(ScenarioResult? First, ScenarioResult? Second, IReadOnlyList<DiffLine> Outcome)
{
    /// <summary>The scenario, from either run.</summary>
    public ScenarioResult Scenario => (Second ?? First)!;

    /// <summary>Whether both runs have the scenario, with different results (passed, failed, skipped, interrupted).</summary>
    public bool EndedOtherwise => First is not null && Second is not null && First.Outcome != Second.Outcome;

    /// <summary>Feature and title.</summary>
    public string Name => $"{Scenario.Feature} › {Scenario.Title}";

    /// <summary>Its result in a run, with the reason unless it passed.</summary>
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
