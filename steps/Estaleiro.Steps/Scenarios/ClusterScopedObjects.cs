using System.Net;
using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Clusters.Sweeping;
using Estaleiro.Steps.Runs;

namespace Estaleiro.Steps.Scenarios;

/// <summary>
/// What a scenario made that belongs to no namespace, and so does not go with the scenario's own: it is deleted at the scenario's end,
/// also when the scenario failed. The names of such objects must hold the namespace's, because scenarios share clusters.
/// </summary>
public sealed class ClusterScopedObjects(ScenarioCluster cluster)
{
    private static readonly TimeSpan RemovalLimit = TimeSpan.FromSeconds(30);

    private const string Namespaces = "/api/v1/namespaces/";

    private readonly Stack<string> paths = new();

    /// <summary>The paths of those that it still has, the last one first.</summary>
    public IReadOnlyCollection<string> Paths => paths;

    /// <summary>Remembers an object that is about to be made, and labels it with the run. Does nothing for one that has a namespace.</summary>
    /// <exception cref="FormatException">Its name does not hold the scenario's namespace.</exception>
    public async Task TakeNoteAsync(JsonObject manifest)
    {
        var resource = await cluster.Api.ResourceOfAsync(manifest, cluster.Limit);
        if (resource.Namespaced)
        {
            return;
        }

        var name = FieldPath.Read(manifest, "metadata.name") ?? "";
        if (!name.Contains(cluster.Namespace, StringComparison.Ordinal))
        {
            throw new FormatException($"A {resource.Kind} is the whole cluster's: put {{namespace}} into its name '{name}'.");
        }

        FieldPath.Entry(manifest, "metadata.labels")[ResourceLabels.Run] = SpecRun.Current.Options.RunId;
        if (resource.Kind == "Namespace")
        {
            FieldPath.Entry(manifest, "metadata.labels").TryAdd(ResourceLabels.PodSecurity, ResourceLabels.Privileged);
        }

        FieldPath.Entry(manifest, "metadata.annotations")[ResourceLabels.Owner] = ResourceLabels.CurrentOwner;
        paths.Push(resource.PathOf(null, name));
    }

    /// <summary>
    /// Removes the finalizers of the specs' own (<c>estaleiro.io/…</c>) from ConfigMaps and pods: a scenario that failed did not, and its namespaces
    /// would never go.
    /// </summary>
    public async Task ReleaseAsync()
    {
        using var limit = new CancellationTokenSource(SpecRun.Current.Scale(RemovalLimit));
        foreach (var ns in paths.Where(path => path.StartsWith(Namespaces, StringComparison.Ordinal)).Select(path => path[Namespaces.Length..]).Append(cluster.Namespace))
        {
            try
            {
                foreach (var collection in (string[])[$"{Namespaces}{ns}/configmaps", $"{Namespaces}{ns}/pods"])
                {
                    var list = await cluster.Api.SendAsync(HttpMethod.Get, collection, null, MediaTypes.Json, limit.Token);
                    foreach (var item in (list.Body["items"] as JsonArray ?? []).OfType<JsonObject>().Where(HasFinalizer))
                    {
                        var path = $"{collection}/{FieldPath.Read(item, "metadata.name")}";
                        await cluster.Api.SendAsync(HttpMethod.Patch, path, """{"metadata":{"finalizers":null}}""", MediaTypes.MergePatch, limit.Token);
                    }
                }
            }
            catch (HttpRequestException)
            {
                // Its cluster goes whole.
            }
        }
    }

    /// <summary>Deletes them, the last one first. One that is gone, or whose cluster is, is no error.</summary>
    public async Task DeleteAsync()
    {
        using var limit = new CancellationTokenSource(SpecRun.Current.Scale(RemovalLimit));
        while (paths.TryPop(out var path))
        {
            try
            {
                var answer = await cluster.Api.SendAsync(HttpMethod.Delete, path, null, MediaTypes.Json, limit.Token);
                if (!answer.IsSuccess && answer.StatusCode is not HttpStatusCode.NotFound)
                {
                    throw new UnexpectedAnswerException(path, answer);
                }
            }
            catch (HttpRequestException)
            {
                // The scenario stopped the API server and failed before it was back: its cluster goes whole.
            }
        }
    }

    private static bool HasFinalizer(JsonObject item) =>
        FieldPath.Read(item, "metadata.finalizers")?.Contains("estaleiro.io/", StringComparison.Ordinal) ?? false;
}
