namespace Estaleiro.Gherkin;

/// <summary>Something about features or bindings is wrong; the message says what.</summary>
public class ReqnrollException : Exception
{
    /// <summary>States the problem.</summary>
    public ReqnrollException(string message)
        : base(message)
    {
    }

    /// <summary>States the problem and its cause.</summary>
    public ReqnrollException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
