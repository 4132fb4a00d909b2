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
        await JoinAsync(Assert.Single(await WorkloadFiles.ReadManifestAsync("music.crd.yaml", cluster.Limit)));
        await cluster.Await().One<V1CustomResourceDefinition>(Definition).UntilAsync(
            definition => definition.Status?.Conditions?.Any(condition => condition is { Type: "Established", Status: "True" }) ?? false,
            $"{Definition} to be Established",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        await cluster.Api.UntilServedAsync("estaleiro.io/v1", "Music", SpecRun.Current.Scale(ScenarioCluster.StepLimit), cluster.Limit);
    }

    /// <summary>
    /// Makes the definition, or joins the users of the one that is there: on an existing cluster other runs may use it, and the last of them
    /// deletes it.
    /// </summary>
    private async Task JoinAsync(JsonObject manifest)
    {
        FieldPath.Entry(manifest, "metadata.labels")[ResourceLabels.Run] = SpecRun.Current.Options.RunId;
        FieldPath.Entry(manifest, "metadata.annotations")[ResourceLabels.UserPrefix + SpecRun.Current.Options.RunId] = ResourceLabels.CurrentOwner;
        var path = (await cluster.Api.ResourceOfAsync(manifest, cluster.Limit)).PathOf(null, Definition);
        while (true)
        {
            var there = await cluster.Api.SendAsync(HttpMethod.Get, path, null, MediaTypes.Json, cluster.Limit);
            Assert.True(
                there.StatusCode == HttpStatusCode.NotFound || there.Body["metadata"]?["labels"]?[ResourceLabels.Run] is not null,
                $"The cluster has a CustomResourceDefinition {Definition} that is not the kit's. The kit leaves it alone: run against another cluster.");
            var applied = await cluster.Api.ApplyAsync(manifest, cluster.Namespace, cluster.Limit);
            if (applied["metadata"]?["deletionTimestamp"] is null)
            {
                return;
            }

            await cluster.Await().One<V1CustomResourceDefinition>(Definition)
                .UntilGoneAsync($"{Definition}, which another run is deleting, to be gone", ScenarioCluster.StepLimit, cluster.Limit);
        }
    }
}
