using Estaleiro.Cli.Features;
using Estaleiro.Contract;

namespace Estaleiro.Cli.Snapshots;

/// <summary>The snapshots and received outcomes beside the features, compared with the scenarios that exist.</summary>
internal sealed class SnapshotFiles(Repository repository, IEnumerable<KnownFeature> features)
{
    private const string Verified = ".verified.";
    private const string Received = ".received.";

    private readonly HashSet<string> scenarios = features.SelectMany(feature => feature.Scenarios)
        .Select(scenario => scenario.Snapshot).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The snapshots that belong to no scenario, as after its title changed; relative as the features are.</summary>
    internal IReadOnlyList<string> Orphans => [.. Find(Verified).Where(file => !IsOfScenario(file, Verified))];

    /// <summary>The outcomes that the last run received, and the others with the reason why they must not become snapshots.</summary>
    internal (IReadOnlyList<string> Acceptable, IReadOnlyList<(string File, string Reason)> Others) OfLastRun()
    {
        var list = Path.Combine(repository.Root, RunFiles.Received);
        var received = File.Exists(list) ? File.ReadAllLines(list).Select(repository.FeaturePath).ToHashSet(StringComparer.Ordinal) : [];
        List<string> acceptable = [];
        List<(string, string)> others = [];
        foreach (var file in Find(Received))
        {
            if (!IsOfScenario(file, Received))
            {
                others.Add((file, "no scenario has this name"));
            }
            else if (!received.Contains(file))
            {
                others.Add((file, "an earlier run received it, not the last one"));
            }
            else
            {
                acceptable.Add(file);
            }
        }

        return (acceptable, others);
    }

    private IEnumerable<string> Find(string mark) => repository.FeatureFolders.Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, $"*{mark}*", SearchOption.AllDirectories))
        .Select(repository.FeaturePath)
        .Order(StringComparer.Ordinal);

    private bool IsOfScenario(string file, string mark) => scenarios.Contains(file[..file.LastIndexOf(mark, StringComparison.Ordinal)]);
}
