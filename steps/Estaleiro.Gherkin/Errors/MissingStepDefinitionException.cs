namespace Estaleiro.Gherkin;

/// <summary>No step definition matches a step; the message holds a snippet to start from.</summary>
public class MissingStepDefinitionException : ReqnrollException
{
    /// <summary>States the problem.</summary>
    public MissingStepDefinitionException(string message)
        : base(message)
    {
    }
}
