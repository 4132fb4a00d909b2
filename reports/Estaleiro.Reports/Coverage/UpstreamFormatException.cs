namespace Estaleiro.Reports.Coverage;

/// <summary>A file is not upstream's list of conformance tests. The message is one line.</summary>
public sealed class UpstreamFormatException : Exception
{
    internal UpstreamFormatException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
