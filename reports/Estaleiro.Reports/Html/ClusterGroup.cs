using System.Globalization;
using Estaleiro.Contract;

namespace Estaleiro.Reports.Html;

/// <summary>Clusters of a run that differ only in their names.</summary>
/// <param name="Facts">Their common facts; the name is that of the first one.</param>
/// <param name="Names">Their names.</param>
public sealed record ClusterGroup(ClusterNote Facts, IReadOnlyList<string> Names)
{
    /// <summary>A short description.</summary>
    internal string Title => Names.Count == 1
        ? $"Cluster {Facts.Name}"
        : string.Create(CultureInfo.InvariantCulture, $"{Names.Count} clusters");

    internal string NodesText => (Facts.Nodes?.Count ?? 0) switch
    {
        0 => "no nodes",
        1 => $"one node ({Facts.Nodes![0]})",
        var count => string.Create(CultureInfo.InvariantCulture, $"{count} nodes ({string.Join(", ", Facts.Nodes!)})"),
    };

    /// <summary>Groups what is alike, the clusters with most nodes first.</summary>
    internal static IReadOnlyList<ClusterGroup> Of(IReadOnlyList<ClusterNote> clusters) =>
    [
        .. clusters
            .GroupBy(cluster => string.Join('\n', (string?[])
            [
                cluster.Kubernetes, cluster.Provider, cluster.Image, cluster.Digest, .. cluster.Nodes ?? [],
                .. (cluster.Missing ?? new Dictionary<string, string>()).OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value}"),
            ]))
            .Select(same => new ClusterGroup(same.First(), [.. same.Select(cluster => cluster.Name)]))
            .OrderByDescending(group => group.Facts.Nodes?.Count ?? 0).ThenByDescending(group => group.Names.Count),
    ];
}
