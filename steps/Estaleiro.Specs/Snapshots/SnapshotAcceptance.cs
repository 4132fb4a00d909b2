namespace Estaleiro.Specs.Snapshots;

/// <summary>Takes outcomes as the new snapshots.</summary>
public static class SnapshotAcceptance
{
    /// <summary>Turns every <c>.received.</c> file under <paramref name="root"/> into its <c>.verified.</c> file.</summary>
    /// <returns>The snapshots that changed or are new, in order.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">A file cannot be moved; those before it are.</exception>
    public static Task<IReadOnlyList<string>> AcceptAsync(string root, CancellationToken cancellationToken = default)
    {
        var accepted = new List<string>();
        foreach (var received in Directory.EnumerateFiles(root, "*.received.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = Path.GetFileName(received);
            var mark = name.LastIndexOf(".received.", StringComparison.Ordinal);
            var verified = Path.Combine(Path.GetDirectoryName(received)!, $"{name[..mark]}.verified.{name[(mark + ".received.".Length)..]}");
            File.Move(received, verified, overwrite: true);
            accepted.Add(verified);
        }

        return Task.FromResult<IReadOnlyList<string>>(accepted);
    }
}
