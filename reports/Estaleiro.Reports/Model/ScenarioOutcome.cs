namespace Estaleiro.Reports.Model;

/// <summary>How a scenario is counted.</summary>
public enum ScenarioOutcome
{
    /// <summary>Everything passed.</summary>
    Passed,

    /// <summary>Something failed, or a step is undefined, ambiguous or pending.</summary>
    Failed,

    /// <summary>It was skipped, for a reason.</summary>
    Skipped,

    /// <summary>It was started and did not finish.</summary>
    Unfinished,
}
