namespace Estaleiro.Gherkin;

/// <summary>Several step definitions match one step; the message lists them.</summary>
public class AmbiguousBindingException : BindingException
{
    /// <summary>States the problem.</summary>
    public AmbiguousBindingException(string message)
        : base(message)
    {
    }
}
