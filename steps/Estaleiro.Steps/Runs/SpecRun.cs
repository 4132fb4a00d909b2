using System.Collections.Concurrent;
using Estaleiro.Clusters;
using Estaleiro.Clusters.Existing;
using Estaleiro.Clusters.Waiting;
using Estaleiro.Contract;
using Estaleiro.Mutants;
using Estaleiro.Mutants.Reading;
using Estaleiro.Steps.Workshop;

namespace Estaleiro.Steps.Runs;

/// <summary>One run of the specs: its options, its clusters and the folder its results go to.</summary>
public sealed class SpecRun : IAsyncDisposable
{
    private static SpecRun? current;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.Ordinal);

    /// <summary>How many clusters a run keeps at most: each goes on using memory and processors after the run.</summary>
    private const int MostKept = 3;

    private readonly HashSet<string> kept = new(StringComparer.Ordinal);

    private SpecRun(ClusterOptions options)
    {
        Folder = Environment.GetEnvironmentVariable(EnvironmentVariables.Out) is { Length: > 0 } folder
            ? folder
            : Path.Combine(Repository.Root, "reports", "out", "dotnet-test");
        Mutant = Environment.GetEnvironmentVariable(EnvironmentVariables.Mutant) is { Length: > 0 } file
            ? new MutantReader(Repository.Features).Read(file)
            : null;
        var log = new MutantLog(Path.Combine(Folder, RunFiles.Mutant));
        Options = Mutant is null ? options : MutantProvider.Intercept(options, Mutant, log);
        Provider = Mutant is null ? Options.CreateProvider() : new MutantProvider(Options.CreateProvider(), Mutant, log);
        Progress = WorkshopSession.Current ?? (IProgress<Notice>)new ProgressLog(Environment.GetEnvironmentVariable(EnvironmentVariables.Progress));
        Pool = new ClusterPool(Provider, new TextProgress(Progress));
    }

    /// <summary>The run that is under way.</summary>
    /// <exception cref="InvalidOperationException">None was started.</exception>
    public static SpecRun Current => current ?? throw new InvalidOperationException("No run was started.");

    /// <summary>How the run gets its clusters.</summary>
    public ClusterOptions Options { get; }

    /// <summary>What every cluster is broken with, or null where they are healthy.</summary>
    public Mutant? Mutant { get; }

    /// <summary>What starts the clusters.</summary>
    public IClusterProvider Provider { get; }

    /// <summary>The clusters.</summary>
    public ClusterPool Pool { get; }

    /// <summary>Tells the command line what happens.</summary>
    public IProgress<Notice> Progress { get; }

    /// <summary>When the kit itself did not get to run.</summary>
    public StandstillWatch Standstills { get; } = new();

    /// <summary>Where results go.</summary>
    public string Folder { get; }

    /// <summary>Cancelled when the run ends.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Starts the run.</summary>
    /// <exception cref="ClusterException">The options are wrong.</exception>
    /// <exception cref="MutantException">The mutant's file has a mistake.</exception>
    public static void Start()
    {
        var options = ClusterOptions.FromEnvironment();
        current = new SpecRun(options with { Refused = sentence => Refusal(sentence, options.NamespacedOnly) });
    }

    /// <summary>Ends the run, if one was started.</summary>
    public static async Task EndAsync()
    {
        if (current is { } run)
        {
            await run.DisposeAsync();
        }
    }

    /// <summary>Whether this is the first time that anybody asks this of a cluster.</summary>
    public bool IsNew(ICluster cluster) => known.TryAdd(cluster.Name, true);

    /// <summary>Whether one more cluster may stay after the run, or this one does already.</summary>
    public bool MayKeep(ICluster cluster)
    {
        lock (kept)
        {
            return kept.Contains(cluster.Name) || (kept.Count < MostKept && kept.Add(cluster.Name));
        }
    }

    /// <summary>A limit, stretched as the run's options say.</summary>
    public TimeSpan Scale(TimeSpan limit) => limit * Options.TimeoutScale;

    private static Exception Refusal(string sentence, bool skips) => skips
        ? new Xunit.SkipException($"rights: {sentence}")
        : new ClusterException($"The API server refuses: {sentence}. The rights that the specs need are in {ClusterRights.File}.");

    /// <summary>Lists what an existing cluster's user was asked for, and names what the repository's ClusterRole lacks.</summary>
    private async Task WriteRightsAsync()
    {
        if (Provider.RightsUsed is not { Count: > 0 } used)
        {
            return;
        }

        Directory.CreateDirectory(Folder);
        await File.WriteAllLinesAsync(Path.Combine(Folder, RunFiles.Rights), used.Select(right => $"{right}").Order(StringComparer.Ordinal));
        if (ClusterRights.Read().Lacking(used) is [_, ..] lacking)
        {
            Progress.Report(new TextNotice($"{ClusterRights.File} lacks what this run needed: {string.Join(", ", lacking)}"));
        }
    }

    /// <summary>Takes every cluster down.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Pool.DisposeAsync();
        await WriteRightsAsync();
        await Standstills.DisposeAsync();
        stopping.Dispose();
        current = null;
    }
}
