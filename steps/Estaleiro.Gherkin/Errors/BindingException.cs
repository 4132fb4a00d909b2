namespace Estaleiro.Gherkin;

/// <summary>A binding cannot be used: ambiguous, a bad expression, parameters that do not fit.</summary>
public class BindingException : ReqnrollException
{
    /// <summary>States the problem.</summary>
    public BindingException(string message)
        : base(message)
    {
    }

    /// <summary>States the problem and its cause.</summary>
    public BindingException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
