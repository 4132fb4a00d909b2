namespace Estaleiro.Contract.Workshop;

/// <summary>What a <see cref="WorkshopMessage"/> tells.</summary>
public enum WorkshopEvent
{
    /// <summary>A scenario is next. Wants no answer: its first step is asked for.</summary>
    Scenario,

    /// <summary>A step is about to run. Wants an answer.</summary>
    Step,

    /// <summary>A step runs once more, as was wished. Wants no answer.</summary>
    Repeat,

    /// <summary>A line that came up while a step runs. Wants no answer.</summary>
    Line,

    /// <summary>A step has run, and the scenario goes on. Wants no answer.</summary>
    Passed,

    /// <summary>The scenario's last step has run. Wants an answer.</summary>
    Finished,

    /// <summary>A step failed. Wants an answer.</summary>
    Failed,

    /// <summary>A step found that the scenario cannot run here. Wants an answer.</summary>
    Skipped,

    /// <summary>The scenario is over and what it had is given back; what went wrong only then is told. Wants no answer.</summary>
    Ended,
}
