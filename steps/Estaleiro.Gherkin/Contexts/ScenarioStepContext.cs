namespace Estaleiro.Gherkin;

/// <summary>The running step and a bag for its hooks.</summary>
public class ScenarioStepContext : ReqnrollContext
{
    internal ScenarioStepContext(StepInfo step) => StepInfo = step;

    /// <summary>Kind, text and argument.</summary>
    public StepInfo StepInfo { get; }

    /// <summary>How the step ended; after-step hooks read it.</summary>
    public ScenarioExecutionStatus Status { get; set; }

    /// <summary>What the step threw.</summary>
    public Exception? StepError { get; set; }
}
