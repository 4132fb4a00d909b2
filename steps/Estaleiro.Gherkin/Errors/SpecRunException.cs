namespace Estaleiro.Gherkin;

/// <summary>The run itself cannot go on: its messages cannot be written, or its set-up failed.</summary>
public class SpecRunException : ReqnrollException
{
    /// <summary>States the problem.</summary>
    public SpecRunException(string message)
        : base(message)
    {
    }

    /// <summary>States the problem and its cause.</summary>
    public SpecRunException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
