namespace Estaleiro.Reports.Model;

/// <summary>What a message means to someone who watches a run.</summary>
public enum RunEventKind
{
    /// <summary>A scenario started.</summary>
    ScenarioStarted,

    /// <summary>A step of a scenario started.</summary>
    StepStarted,

    /// <summary>A scenario ended and will not be tried again.</summary>
    ScenarioFinished,
}
