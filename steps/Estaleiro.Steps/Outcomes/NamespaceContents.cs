using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Steps.Scenarios;

namespace Estaleiro.Steps.Outcomes;

/// <summary>What a scenario's namespace holds.</summary>
public sealed class NamespaceContents(ScenarioCluster cluster)
{
    /// <summary>Made for the cluster's own use; they say nothing of a scenario.</summary>
    private static readonly HashSet<string> Internal = new(StringComparer.Ordinal)
    {
        "ControllerRevision", "CSIStorageCapacity", "Lease", "PodMetrics", "PodTemplate",
    };

    /// <summary>Follow other objects by themselves, some moments later: no step waits for them.</summary>
    private static readonly HashSet<string> Following = new(StringComparer.Ordinal) { "Event", "Endpoints", "EndpointSlice" };

    /// <summary>
    /// A cluster serves the same kinds to every scenario, but for those that scenarios register for themselves. Events and, before 1.22, Ingresses come
    /// by two groups.
    /// </summary>
    private static readonly ConcurrentDictionary<string, IReadOnlyList<ApiResource>> Kinds = new(StringComparer.Ordinal);

    /// <summary>The objects of a namespace, with their kinds. A kind that cannot be listed is left out.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="isWanted">Which kinds.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<(ApiResource Resource, JsonObject Object)>> ListAsync(
        string ns, Func<ApiResource, bool> isWanted, CancellationToken cancellationToken)
    {
        if (!Kinds.TryGetValue(cluster.Cluster.Name, out var kinds))
        {
            kinds = Kinds[cluster.Cluster.Name] =
            [
                .. (await cluster.Api.ResourcesInNamespacesAsync(cancellationToken)).Where(resource =>
                    !Internal.Contains(resource.Kind)
                    && resource.Group is not ("events.k8s.io" or "extensions")
                    && !resource.Group.Contains("estaleiro.io", StringComparison.Ordinal)),
                new("estaleiro.io", "v1", "musics", "Music"),
            ];
        }

        var lists = await Task.WhenAll(kinds.Where(isWanted).Select(async resource =>
            (resource, Answer: await cluster.Api.SendAsync(HttpMethod.Get, resource.PathOf(ns), null, MediaTypes.Json, cancellationToken))));
        return
        [
            .. from list in lists
               from item in (list.Answer.Body["items"] as JsonArray ?? []).OfType<JsonObject>()
               select (list.resource, item),
        ];
    }

    /// <summary>
    /// The scenario's namespace in lines such as <c>Deployment web</c> and <c>2 × Pod of ReplicaSet of Deployment web</c>, in order. Objects that were
    /// made for others are called by those, because their names have hashes. What is on its way out is not told.
    /// </summary>
    public async Task<string> DescribeAsync()
    {
        var all = await ListAsync(cluster.Namespace, resource => !Following.Contains(resource.Kind), cluster.Limit);
        var byUid = all.ToDictionary(one => FieldPath.Read(one.Object, "metadata.uid")!, one => one, StringComparer.Ordinal);
        var lines = all
            .Where(one => ReleaseDifferences.IsListed(one.Resource.Kind, Name(one.Object), FieldPath.Read(one.Object, "type")))
            .Where(one => one.Object["metadata"]?["deletionTimestamp"] is null)
            .CountBy(one => Describe(one.Resource.Kind, one.Object, byUid))
            .OrderBy(line => line.Key, StringComparer.Ordinal)
            .Select(line => line.Value == 1 ? line.Key : string.Create(CultureInfo.InvariantCulture, $"{line.Value} × {line.Key}"));
        return string.Join('\n', lines.DefaultIfEmpty("nothing")) + "\n";
    }

    private static string Name(JsonObject found) => FieldPath.Read(found, "metadata.name") ?? "";

    private static string Describe(string kind, JsonObject found, Dictionary<string, (ApiResource Resource, JsonObject Object)> byUid)
    {
        var owner = (found["metadata"]?["ownerReferences"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(one => (bool?)one["controller"] is true);
        return owner is null ? $"{kind} {Name(found)}"
            : byUid.TryGetValue((string)owner["uid"]!, out var known) ? $"{kind} of {Describe(known.Resource.Kind, known.Object, byUid)}"
            : $"{kind} of {owner["kind"]} {owner["name"]}";
    }
}
