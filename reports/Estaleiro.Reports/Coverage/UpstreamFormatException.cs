namespace Estaleiro.Reports.Coverage;

/// <summary>A file is not upstream's list of conformance tests; the message is one line that says what is wrong.</summary>
public sealed class UpstreamFormatException : Exception
{
    internal UpstreamFormatException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
