namespace Estaleiro.Specs.Snapshots;

/// <summary>A scenario's outcome is not what its snapshot says, or there is no snapshot yet. The first line says what to do, the rest is the difference.</summary>
public class SnapshotMismatchException : Exception
{
    /// <summary>Says something else about a snapshot than that it differs.</summary>
    public SnapshotMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>An outcome that is not what its snapshot says, with the difference.</summary>
    /// <param name="verified">The snapshot's path.</param>
    /// <param name="received">The path to which the outcome was written.</param>
    /// <param name="expected">What the snapshot says; null if there is none.</param>
    /// <param name="actual">The outcome.</param>
    public static SnapshotMismatchException Between(string verified, string received, string? expected, string actual)
    {
        var problem = expected is null ? "There is no snapshot" : "The outcome differs from the snapshot";
        return new(
            $"{problem} {SnapshotVerifier.Shown(verified)}: look at the difference, and if the outcome is right, take it with ./run.sh accept\n"
            + UnifiedDiff.Of(expected ?? "", actual, Path.GetFileName(verified), Path.GetFileName(received)));
    }
}
