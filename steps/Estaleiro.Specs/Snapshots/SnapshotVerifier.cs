using System.Collections.Concurrent;
using System.Text;
using DiffEngine;

namespace Estaleiro.Specs.Snapshots;

/// <summary>
/// Compares an outcome with the snapshot kept beside its feature. It leaves the same files as Verify does:
/// <c>name.verified.ext</c> is the snapshot (UTF-8 with byte order mark, line feeds), <c>name.received.ext</c> what came instead.
/// </summary>
public static class SnapshotVerifier
{
    private static readonly UTF8Encoding Utf8WithMark = new(encoderShouldEmitUTF8Identifier: true);
    private static readonly ConcurrentDictionary<string, bool> Used = new();

    /// <summary>Compares <paramref name="text"/> with its snapshot; line endings do not matter.</summary>
    /// <param name="text">The outcome; not empty, which Verify takes for a missing snapshot.</param>
    /// <param name="extension">The files' extension without the dot, as <c>yaml</c>.</param>
    /// <param name="directory">The folder of the snapshot; created if need be.</param>
    /// <param name="fileNameWithoutExtension">The snapshot's name, as <c>Etcd.An object has a key</c>.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <exception cref="SnapshotMismatchException">They differ, there is no snapshot, or the name was used before in this run.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static async Task VerifyAsync(
        string text,
        string extension,
        string directory,
        string fileNameWithoutExtension,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        ArgumentException.ThrowIfNullOrEmpty(extension);
        ArgumentException.ThrowIfNullOrEmpty(fileNameWithoutExtension);
        var stem = Path.GetFullPath(Path.Combine(directory, fileNameWithoutExtension));
        var verified = $"{stem}.verified.{extension}";
        var received = $"{stem}.received.{extension}";
        if (!Used.TryAdd(verified, true))
        {
            throw new SnapshotMismatchException($"The snapshot {Shown(verified)} was compared before in this run: give each scenario and example a name of its own.");
        }

        var actual = Normalize(text);
        var expected = File.Exists(verified) ? Normalize(await File.ReadAllTextAsync(verified, cancellationToken)) : null;
        if (actual == expected)
        {
            File.Delete(received);
            if (ShowsDiff)
            {
                DiffRunner.Kill(received, verified);
            }

            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(verified)!);
        await File.WriteAllTextAsync(received, actual, Utf8WithMark, cancellationToken);
        if (ShowsDiff)
        {
            await DiffRunner.LaunchForTextAsync(received, verified, Utf8WithMark);
        }

        throw SnapshotMismatchException.Between(verified, received, expected, actual);
    }

    /// <summary>Compares <paramref name="text"/> with a snapshot that somebody else keeps: any number of times, and nothing is written.</summary>
    /// <param name="text">The outcome.</param>
    /// <param name="verified">The snapshot's path.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <exception cref="SnapshotMismatchException">They differ, or there is no snapshot.</exception>
    /// <exception cref="IOException">The snapshot cannot be read.</exception>
    public static async Task CompareAsync(string text, string verified, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(verified);
        if (!File.Exists(verified))
        {
            throw new SnapshotMismatchException($"There is no snapshot {Shown(verified)}: the scenario that keeps it makes it.");
        }

        var expected = Normalize(await File.ReadAllTextAsync(verified, cancellationToken));
        var actual = Normalize(text);
        if (actual != expected)
        {
            throw new SnapshotMismatchException(
                $"The outcome differs from the snapshot {Shown(verified)}, which another scenario keeps: where that one differs too, run it and take its outcome\n"
                + UnifiedDiff.Of(expected, actual, Path.GetFileName(verified), "the outcome of this scenario"));
        }
    }

    // As in Verify: not on a build server, not where DiffEngine is switched off. And not where nobody watches the terminal.
    private static bool ShowsDiff => !DiffRunner.Disabled && !BuildServerDetector.Detected && !Console.IsOutputRedirected;

    internal static void Forget() => Used.Clear();

    private static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>As seen from the folder of the solution, wherever the tests run.</summary>
    internal static string Shown(string path)
    {
        for (var folder = Directory.GetParent(path); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && folder.EnumerateFiles("*.sln").Any())
            {
                return Path.GetRelativePath(folder.FullName, path);
            }
        }

        return path;
    }
}
