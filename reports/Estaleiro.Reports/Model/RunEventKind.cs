namespace Estaleiro.Reports.Model;

/// <summary>The kinds of events for live displays.</summary>
public enum RunEventKind
{
    /// <summary>A scenario started.</summary>
    ScenarioStarted,

    /// <summary>A step of a scenario started.</summary>
    StepStarted,

    /// <summary>A scenario ended and will not be retried.</summary>
    ScenarioFinished,
}
