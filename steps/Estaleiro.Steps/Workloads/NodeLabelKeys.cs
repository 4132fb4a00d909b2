using System.Text.Json.Nodes;
using Estaleiro.Clusters;

namespace Estaleiro.Steps.Workloads;

/// <summary>On an existing cluster the kit's labels on nodes have a prefix: manifests that ask for them must have it too.</summary>
public static class NodeLabelKeys
{
    /// <summary>The manifest, or a change of one, with the keys that this cluster's nodes have in node selectors and node affinities.</summary>
    public static JsonObject Resolve(JsonObject manifest, ICluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        ResolveAll(manifest, cluster);
        return manifest;
    }

    private static void ResolveAll(JsonNode? node, ICluster cluster)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                ResolveAll(item, cluster);
            }
        }

        foreach (var (name, value) in node as JsonObject ?? [])
        {
            if (name == "nodeSelector" && value is JsonObject selector)
            {
                foreach (var (key, label) in selector.Where(entry => cluster.NodeLabelKey(entry.Key) != entry.Key).ToArray())
                {
                    selector.Remove(key);
                    selector[cluster.NodeLabelKey(key)] = label;
                }
            }
            else if (name == "matchExpressions" && node!.GetPath().Contains(".nodeAffinity.", StringComparison.Ordinal))
            {
                foreach (var expression in value?.AsArray().OfType<JsonObject>() ?? [])
                {
                    expression["key"] = cluster.NodeLabelKey((string?)expression["key"] ?? "");
                }
            }
            else
            {
                ResolveAll(value, cluster);
            }
        }
    }
}
