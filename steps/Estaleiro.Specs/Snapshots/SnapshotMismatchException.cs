namespace Estaleiro.Specs.Snapshots;

/// <summary>A scenario's outcome is not what its snapshot says, or there is no snapshot yet. The first line says what to do, the rest is the difference.</summary>
public class SnapshotMismatchException : Exception
{
    internal SnapshotMismatchException(string message)
        : base(message)
    {
    }
}
