using System.Text.Json.Nodes;
using Estaleiro.Api;

namespace Estaleiro.Steps.Scenarios;

/// <summary>
/// What an existing cluster puts into every namespace and what changes how pods run there: a failure names it, because it is the most likely
/// cause.
/// </summary>
public static class ForeignPolicies
{
    private static readonly ApiResource[] Kinds =
    [
        new("", "v1", "limitranges", "LimitRange"),
        new("", "v1", "resourcequotas", "ResourceQuota"),
        new("networking.k8s.io", "v1", "networkpolicies", "NetworkPolicy"),
    ];

    /// <summary>A sentence that names those which the scenario did not make, or null if there are none.</summary>
    public static async Task<string?> FindAsync(ScenarioCluster cluster, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        var (api, ns) = (cluster.Api, cluster.Namespace);
        var foreign = new List<string>();
        foreach (var kind in Kinds)
        {
            foreign.AddRange(
                from item in await ItemsAsync(kind)
                let name = FieldPath.Read(item, "metadata.name")
                where !api.HasWritten($"{kind.PathOf(ns)}/{name}")
                select $"{kind.Kind} {name}");
        }

        return foreign.Count == 0 ? null : $"The cluster put {string.Join(", ", foreign)} into the scenario's namespace, which may be why it failed.";

        async Task<IEnumerable<JsonObject>> ItemsAsync(ApiResource kind)
        {
            var answer = await api.SendAsync(HttpMethod.Get, kind.PathOf(ns), null, MediaTypes.Json, cancellationToken);
            return (answer.Body["items"] as JsonArray ?? []).OfType<JsonObject>();
        }
    }
}
