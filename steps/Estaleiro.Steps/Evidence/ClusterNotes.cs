using Estaleiro.Clusters;
using Estaleiro.Contract;

namespace Estaleiro.Steps.Evidence;

/// <summary>What the report's head says of a cluster.</summary>
internal static class ClusterNotes
{
    internal static ClusterNote Of(ICluster cluster) => new(
        cluster.Name,
        cluster.Version.ToString(),
        cluster.Provider,
        cluster.Image,
        [.. cluster.Nodes.Select(node => node.Alias == node.Name ? node.Name : $"{node.Alias} ({node.Name})")],
        cluster.Capabilities.All.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value!),
        cluster.ImageDigest,
        typeof(ClusterNotes).Assembly.GetName().Version?.ToString(3),
        cluster.Start?.At,
        cluster.Start?.Duration.TotalSeconds);
}
