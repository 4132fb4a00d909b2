namespace Estaleiro.Specs.Xunit;

/// <summary>The run itself cannot go on: its messages cannot be written, or what was to start before it failed.</summary>
public sealed class SpecRunException : Exception
{
    /// <summary>States the problem, and its cause where there is one.</summary>
    public SpecRunException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
