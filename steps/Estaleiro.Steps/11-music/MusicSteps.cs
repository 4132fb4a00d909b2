using System.Net;
using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Clusters.Sweeping;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>The resource of the slide.</summary>
[Binding]
public sealed class MusicSteps(ScenarioCluster cluster, EvidenceLog evidence)
{
    private const string Definition = "musics.estaleiro.io";

    /// <summary>Definitions are the cluster's, not a namespace's: scenarios that run side by side share this one.</summary>
    [Given("the Music resource is registered")]
    [Given("o recurso Music está registrado")]
    public async Task TheMusicResourceIsRegistered()
    {
        evidence.Kubectl("apply -f fixtures/workloads/music.crd.yaml");
        var manifest = Assert.Single(await WorkloadFiles.ReadManifestAsync("music.crd.yaml", cluster.Limit));
        await RefuseToTakeOverAsync(manifest);
        manifest["metadata"]!["labels"] = new JsonObject { [ResourceLabels.Run] = SpecRun.Current.Options.RunId };
        await cluster.Api.ApplyAsync(manifest, cluster.Namespace, cluster.Limit);
        await cluster.Await().One<V1CustomResourceDefinition>(Definition).UntilAsync(
            definition => definition.Status?.Conditions?.Any(condition => condition is { Type: "Established", Status: "True" }) ?? false,
            $"{Definition} to be Established",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        await cluster.Api.UntilServedAsync("estaleiro.io/v1", "Music", SpecRun.Current.Scale(ScenarioCluster.StepLimit), cluster.Limit);
    }

    private async Task RefuseToTakeOverAsync(JsonObject manifest)
    {
        var path = (await cluster.Api.ResourceOfAsync(manifest, cluster.Limit)).PathOf(null, Definition);
        var answer = await cluster.Api.SendAsync(HttpMethod.Get, path, null, MediaTypes.Json, cluster.Limit);
        Assert.True(
            answer.StatusCode == HttpStatusCode.NotFound || answer.Body["metadata"]?["labels"]?[ResourceLabels.Run] is not null,
            $"The cluster has a CustomResourceDefinition {Definition} that is not the kit's. The kit leaves it alone: run against another cluster.");
    }
}
