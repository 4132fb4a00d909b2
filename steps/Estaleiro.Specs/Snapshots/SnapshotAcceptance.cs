namespace Estaleiro.Specs.Snapshots;

/// <summary>Takes outcomes as the new snapshots.</summary>
public static class SnapshotAcceptance
{
    private const string Mark = ".received.";

    /// <summary>The snapshot that a <c>.received.</c> file would become.</summary>
    public static string VerifiedOf(string received)
    {
        ArgumentNullException.ThrowIfNull(received);
        var name = Path.GetFileName(received);
        var mark = name.LastIndexOf(Mark, StringComparison.Ordinal);
        return Path.Combine(Path.GetDirectoryName(received)!, $"{name[..mark]}.verified.{name[(mark + Mark.Length)..]}");
    }

    /// <summary>Turns <c>.received.</c> files into their <c>.verified.</c> files.</summary>
    /// <returns>The snapshots that changed or are new, in order.</returns>
    /// <exception cref="IOException">A file cannot be moved; those before it are.</exception>
    public static IReadOnlyList<string> Accept(IEnumerable<string> received)
    {
        ArgumentNullException.ThrowIfNull(received);
        var accepted = new List<string>();
        foreach (var file in received.Order(StringComparer.Ordinal))
        {
            var verified = VerifiedOf(file);
            File.Move(file, verified, overwrite: true);
            accepted.Add(verified);
        }

        return accepted;
    }
}
