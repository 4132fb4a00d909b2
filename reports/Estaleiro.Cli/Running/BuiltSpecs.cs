using Estaleiro.Cli.Snapshots;
using Estaleiro.Cli.Terminal;

namespace Estaleiro.Cli.Running;

/// <summary>
/// A run's own copy of the built steps, so that another run of the same clone, or an editor, can build meanwhile. The run holds a lock
/// beside the copy. The next run removes copies of runs that crashed.
/// </summary>
internal sealed class BuiltSpecs : IDisposable
{
    private const string LockSuffix = ".lock";

    /// <summary>The interval between attempts to take the build lock; file locks cannot be awaited.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly string folder;
    private readonly FileStream held;

    private BuiltSpecs(string folder, FileStream held)
    {
        this.folder = folder;
        this.held = held;
    }

    /// <summary>The assembly to test.</summary>
    internal string Assembly => Path.Combine(folder, "Estaleiro.Steps.dll");

    /// <summary>Decides on the snapshot engine, builds the steps, and says so; copies the build output.</summary>
    /// <param name="services">The output and the processes.</param>
    /// <param name="repository">The clone.</param>
    /// <param name="runId">The name of the copy.</param>
    /// <param name="verbose">Whether to show the build's output.</param>
    /// <param name="cancellationToken">Cancels the wait and the build.</param>
    /// <exception cref="CliException">The build failed, or the copy cannot be created.</exception>
    internal static Task<BuiltSpecs> BuildAsync(
        CliServices services, Repository repository, string runId, bool verbose, CancellationToken cancellationToken) => CreateAsync(
            repository,
            runId,
            async () =>
            {
                await new SnapshotEngineDecision(repository, services.Processes, services.Output).EnsureAsync(cancellationToken);
                services.Output.Line("building the steps", Tone.Quiet);
                await new SpecBuild(repository, services.Processes, services.Output).BuildAsync(verbose, cancellationToken);
            },
            () => services.Output.Line("waiting for another run of this clone to finish building", Tone.Quiet),
            cancellationToken);

    /// <summary>Builds under a lock shared by all runs of the clone, then copies the build output.</summary>
    /// <param name="repository">The clone.</param>
    /// <param name="runId">The name of the copy.</param>
    /// <param name="build">Builds the steps.</param>
    /// <param name="onWait">Called once if another run is building.</param>
    /// <param name="cancellationToken">Cancels the wait and the build.</param>
    /// <exception cref="CliException">The build failed, or the copy cannot be created.</exception>
    internal static async Task<BuiltSpecs> CreateAsync(
        Repository repository, string runId, Func<Task> build, Action onWait, CancellationToken cancellationToken)
    {
        var copies = repository.SpecCopies;
        try
        {
            Directory.CreateDirectory(copies);
            await using var building = await LockAsync(Path.Combine(copies, "build" + LockSuffix), onWait, cancellationToken);
            RemoveDead(copies);
            await build();
            return Copy(repository.SpecBuild, Path.Combine(copies, runId));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Environment($"Cannot copy the built steps to {copies}: {exception.Message.Split('\n')[0]}", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        held.Dispose();
        Remove(folder);
    }

    private static BuiltSpecs Copy(string from, string to)
    {
        var held = TryLock(to + LockSuffix) ?? throw new IOException($"{to} belongs to another run");
        try
        {
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target, overwrite: true);
            }

            return new(to, held);
        }
        catch
        {
            held.Dispose();
            Remove(to);
            throw;
        }
    }

    private static void RemoveDead(string copies)
    {
        foreach (var folder in Directory.EnumerateDirectories(copies))
        {
            if (TryLock(folder + LockSuffix) is { } dead)
            {
                dead.Dispose();
                Remove(folder);
            }
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            File.Delete(folder + LockSuffix);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next run removes it.
        }
    }

    private static async Task<FileStream> LockAsync(string path, Action onWait, CancellationToken cancellationToken)
    {
        for (var waits = 0; ; waits++)
        {
            if (TryLock(path) is { } held)
            {
                return held;
            }

            if (waits == 0)
            {
                onWait();
            }

            await Task.Delay(Look, cancellationToken);
        }
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            // The kernel releases the lock when the process ends, even if it crashes.
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException) && !RunFolder.IsFull(exception))
        {
            return null;
        }
    }
}
