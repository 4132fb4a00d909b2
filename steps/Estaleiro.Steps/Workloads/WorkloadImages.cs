using System.Text.Json.Nodes;
using Estaleiro.Clusters;

namespace Estaleiro.Steps.Workloads;

/// <summary>
/// What specs call <c>toolbox</c> is a shell and the busybox commands. Clusters whose nodes carry the kit's own image run that;
/// others pull busybox.
/// </summary>
public static class WorkloadImages
{
    /// <summary>What specs write as a container's image.</summary>
    public const string Toolbox = "toolbox";

    /// <summary>What stands for <c>toolbox</c> on this cluster.</summary>
    public static string ToolboxImage(ICluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return cluster.ToolboxImage ?? WorkloadImage.Toolbox;
    }

    /// <summary>For the line with which a reader applies a manifest by hand: what to write there for the specs' names, or nothing.</summary>
    public static string Remark(string yaml, ICluster cluster)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        return yaml.Contains($"image: {Toolbox}", StringComparison.Ordinal) ? $" # with the image {cluster.ToolboxImage} for {Toolbox}" : "";
    }

    /// <summary>The manifest with images that this cluster can run in place of the specs' names for them.</summary>
    public static JsonObject Resolve(JsonObject manifest, ICluster cluster)
    {
        foreach (var pod in PodSpecs(manifest).ToArray())
        {
            foreach (var container in Containers(pod).Where(container => (string?)container["image"] == Toolbox).ToArray())
            {
                container["image"] = cluster.ToolboxImage;

                // A shell as process 1 hears no SIGTERM: without this every pod of a spec would take its 30 seconds to go.
                pod.TryAdd("terminationGracePeriodSeconds", 1);
            }
        }

        return NodeLabelKeys.Resolve(manifest, cluster);
    }

    private static IEnumerable<JsonObject> Containers(JsonObject pod) =>
        pod.Where(property => property.Key is "containers" or "initContainers")
            .SelectMany(property => property.Value as JsonArray ?? [])
            .OfType<JsonObject>();

    /// <summary>The pod specs in an object, in templates too: whatever has containers.</summary>
    private static IEnumerable<JsonObject> PodSpecs(JsonNode? node) => node switch
    {
        JsonObject map when map["containers"] is JsonArray => [map],
        JsonObject map => map.SelectMany(property => PodSpecs(property.Value)),
        JsonArray list => list.SelectMany(PodSpecs),
        _ => [],
    };
}
