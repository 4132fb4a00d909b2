using System.Text.Json;
using Estaleiro.Clusters;

namespace Estaleiro.Steps.Evidence;

/// <summary>What the report's head says of a cluster: a contract with Estaleiro.Reports, which reads it from the messages.</summary>
internal static class ClusterNote
{
    /// <summary>The note, as JSON.</summary>
    internal static string Of(ICluster cluster) => JsonSerializer.Serialize(
        new
        {
            cluster.Name,
            Kubernetes = cluster.Version.ToString(),
            cluster.Provider,
            cluster.Image,
            Digest = cluster.ImageDigest,
            StartedAt = cluster.Start?.At,
            StartSeconds = cluster.Start?.Duration.TotalSeconds,
            Kit = typeof(ClusterNote).Assembly.GetName().Version?.ToString(3),
            Nodes = cluster.Nodes.Select(node => node.Name),
            Missing = cluster.Capabilities.All.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value),
        },
        JsonSerializerOptions.Web);
}
