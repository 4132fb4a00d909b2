namespace Estaleiro.Gherkin.BoDi;

/// <summary>The container cannot make or take an object; the message says which and why.</summary>
public class ObjectContainerException : Exception
{
    /// <summary>States the problem.</summary>
    public ObjectContainerException(string message)
        : base(message)
    {
    }
}
