using System.Net;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Kinds that the API server has never heard of.</summary>
[Binding]
public sealed class CustomResourceSteps(ScenarioCluster cluster, ClusterScopedObjects clusterScoped, EvidenceLog evidence)
{
    /// <summary>A kind whose definition is Established must be in discovery within seconds, on a busy machine too.</summary>
    private static readonly TimeSpan ServedLimit = TimeSpan.FromSeconds(30);

    /// <summary>Its group holds the namespace's name: scenarios that share a cluster don't share a kind.</summary>
    [Given("this CustomResourceDefinition is registered:")]
    [When("this CustomResourceDefinition is registered:")]
    public async Task IsRegistered(string yaml)
    {
        evidence.Kubectl("apply -f -");
        var manifest = Assert.Single(Manifest.Parse(cluster.Expand(yaml)));
        var name = FieldPath.Read(manifest, "metadata.name")!;
        await clusterScoped.TakeNoteAsync(manifest);
        await cluster.Api.ApplyAsync(manifest, cluster.Namespace, cluster.Limit);
        evidence.Kubectl($"wait crd/{name} --for=condition=Established");
        await cluster.Await().One<V1CustomResourceDefinition>(name).UntilAsync(
            definition => definition.Status?.Conditions?.Any(condition => condition is { Type: "Established", Status: "True" }) ?? false,
            $"{name} to be Established",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        var group = FieldPath.Read(manifest, "spec.group");
        var kind = FieldPath.Read(manifest, "spec.names.kind")!;
        foreach (var version in manifest["spec"]!["versions"]!.AsArray().Select(version => (string)version!["name"]!))
        {
            await cluster.Api.UntilServedAsync($"{group}/{version}", kind, SpecRun.Current.Scale(ServedLimit), cluster.Limit);
        }
    }

    /// <summary>Discovery cannot be watched, and a kind is served a moment longer than its definition is there.</summary>
    [Then("the path {string} is soon not served any more")]
    public async Task IsSoonNotServedAnyMore(string path)
    {
        path = cluster.Expand(path);
        evidence.Kubectl($"get --raw {path}");
        await Repeatedly.LookAsync(
            cluster,
            token => cluster.Api.SendAsync(HttpMethod.Get, path, null, MediaTypes.Json, token),
            answer => answer.StatusCode == HttpStatusCode.NotFound ? null : answer.Line,
            ScenarioCluster.StepLimit,
            $"the API server to answer 404 Not Found to GET {path}");
    }
}
