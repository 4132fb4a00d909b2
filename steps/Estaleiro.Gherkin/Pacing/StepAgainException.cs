namespace Estaleiro.Gherkin.Pacing;

/// <summary>Has the step before the running one run once more; see <see cref="IStepPace.BeforeAsync"/>.</summary>
public class StepAgainException : ReqnrollException
{
    /// <summary>Says so.</summary>
    public StepAgainException()
        : base("The step before is to run once more.")
    {
    }
}
