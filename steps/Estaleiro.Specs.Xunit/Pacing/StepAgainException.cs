namespace Estaleiro.Specs.Xunit.Pacing;

/// <summary>Has the step before the running one run once more; see <see cref="IStepPace.BeforeAsync"/>.</summary>
public class StepAgainException : Exception
{
    /// <summary>Says so.</summary>
    public StepAgainException()
        : base("The step before is to run once more.")
    {
    }
}
