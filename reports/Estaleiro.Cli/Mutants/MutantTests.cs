using Estaleiro.Cli.Features;
using Estaleiro.Cli.Running;
using Estaleiro.Contract;

namespace Estaleiro.Cli.Mutants;

/// <summary>Runs scenarios as <c>run</c> does, on a mutant or on healthy clusters, without reports of their own.</summary>
internal sealed class MutantTests(CliServices services, Repository repository, BuiltSpecs specs, TimeSpan limit)
{
    /// <summary>Runs a selection.</summary>
    /// <param name="options">How; names the mutant.</param>
    /// <param name="path">The folder for results. What is in it goes.</param>
    /// <param name="selection">The scenarios.</param>
    /// <param name="stopsAtFailure">Whether the first failure ends it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task<MutantRound> RunAsync(
        RunOptions options, string path, Selection selection, bool stopsAtFailure, CancellationToken cancellationToken)
    {
        Empty(path);
        var folder = RunFolder.Create(path);
        folder.WriteSelection(selection);
        var runId = Guid.NewGuid().ToString("N")[..8];
        var began = services.Time.GetTimestamp();
        using var log = new TestLog(folder.TestLog);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limited.Token);
        limited.CancelAfter(limit);
        var tests = new SpecTests(repository, specs.Assembly, services.Processes)
            .RunAsync(options, runId, folder, selection.TestFilter, log.Add, end.Token);
        using var follower = new RunFollower(
            folder, new RunTally(selection.Scenarios.Count, services.Time), stopsAtFailure ? new FirstFailure(end) : new SilentDisplay());
        var run = await follower.FollowAsync(tests);
        try
        {
            await tests;
        }
        catch (OperationCanceledException)
        {
            // A failure was found, the limit is over, or the user interrupted: the messages say how far it came.
        }

        await RunCleanUp.RemoveAsync(services, runId);
        cancellationToken.ThrowIfCancellationRequested();
        return new(run, Notes(folder), limited.IsCancellationRequested, [.. log.Tail], services.Time.GetElapsedTime(began).TotalSeconds);
    }

    private static void Empty(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Environment(RunFolder.Unusable(path, exception), exception);
        }
    }

    private static List<MutantNote> Notes(RunFolder folder)
    {
        var file = folder.File(RunFiles.Mutant);
        return File.Exists(file) ? [.. File.ReadLines(file).Select(MutantNote.TryParse).OfType<MutantNote>()] : [];
    }
}
