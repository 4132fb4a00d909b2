using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Contract;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;

namespace Estaleiro.Steps.Bindings;

/// <summary>Records the objects that a scenario made, as they were at its end, before anything is taken away.</summary>
[Binding]
public sealed class ObservationHooks(
    ScenarioContext scenario, ScenarioCluster cluster, ClusterScopedObjects clusterScoped, NamespaceContents contents, EvidenceLog evidence, Names names)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Hollow nodes and PriorityClasses are no manifest's. Their names begin with the namespace's.</summary>
    private static readonly (string Kind, string Path)[] MadeByStepsThemselves =
        [("Node", "/api/v1/nodes"), ("PriorityClass", "/apis/scheduling.k8s.io/v1/priorityclasses")];

    private static readonly ApiResource Namespace = new("", "v1", "namespaces", nameof(Namespace), Namespaced: false);

    /// <summary>No scenario fails for it: where the API server is away, the evidence says why there is nothing.</summary>
    [AfterScenario(Order = 100)]
    public async Task Observe()
    {
        if (!cluster.IsAcquired || scenario.ScenarioExecutionStatus is ScenarioExecutionStatus.Skipped)
        {
            return;
        }

        string text;
        using var limit = new CancellationTokenSource(SpecRun.Current.Scale(Limit));
        try
        {
            text = new Observations(names.Copy()).Describe(cluster.Cluster.Version.ToString(), await ReadAsync(limit.Token));
        }
        catch (Exception exception)
        {
            text = Observations.DescribeNone(
                exception is OperationCanceledException ? $"the API server did not answer within {Limit.TotalSeconds:0} s" : exception.Message);
        }

        await evidence.AttachAsync(EvidenceNames.Observations, text, CancellationToken.None);
    }

    /// <summary>What is in the scenario's namespaces, and what it made that belongs to none.</summary>
    private async Task<List<(string Kind, JsonObject Object)>> ReadAsync(CancellationToken cancellationToken)
    {
        var wholeCluster = await Task.WhenAll(clusterScoped.Paths.Append(Namespace.PathOf(null, cluster.Namespace)).Select(path =>
            cluster.Api.SendAsync(HttpMethod.Get, path, null, MediaTypes.Json, cancellationToken)));
        List<(string Kind, JsonObject Object)> found =
            [.. wholeCluster.Where(answer => answer.IsSuccess).Select(answer => ((string)answer.Body["kind"]!, answer.Body))];
        var namespaces = found.Where(one => one.Kind is nameof(Namespace)).Select(one => FieldPath.Read(one.Object, "metadata.name")!).ToArray();
        foreach (var ns in namespaces)
        {
            found.AddRange((await contents.ListAsync(ns, _ => true, cancellationToken)).Select(one => (one.Resource.Kind, one.Object)));
        }

        foreach (var (kind, path) in MadeByStepsThemselves)
        {
            var list = await cluster.Api.SendAsync(HttpMethod.Get, path, null, MediaTypes.Json, cancellationToken);
            found.AddRange((list.Body["items"] as JsonArray ?? []).OfType<JsonObject>()
                .Where(item => FieldPath.Read(item, "metadata.name")!.StartsWith($"{cluster.Namespace}-", StringComparison.Ordinal))
                .Select(item => (kind, item)));
        }

        return found;
    }
}
