namespace Estaleiro.Gherkin;

/// <summary>Thrown by a step definition that is not written yet; the scenario fails as pending.</summary>
public class PendingStepException : ReqnrollException
{
    /// <summary>Says only that the step is pending.</summary>
    public PendingStepException()
        : base("The step definition is pending.")
    {
    }

    /// <summary>Says why the step is pending.</summary>
    public PendingStepException(string message)
        : base(message)
    {
    }
}
