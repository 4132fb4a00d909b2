using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Clusters.Waiting;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using k8s;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>From one version of a Deployment to the next, and back.</summary>
[Binding]
public sealed class RolloutSteps(ScenarioCluster cluster, EvidenceLog evidence, Names names)
{
    private const string RevisionAnnotation = "deployment.kubernetes.io/revision";
    private const string HashLabel = "pod-template-hash";

    /// <summary>
    /// Waits as kubectl rollout status does and names the Deployment's Ready pods for later steps; records nothing of its own.
    /// </summary>
    [Given("the Deployment {string} is rolled out")]
    [When("the Deployment {string} is rolled out")]
    [Then("the Deployment {string} is rolled out")]
    public async Task IsRolledOut(string name)
    {
        evidence.Kubectl($"rollout status -n {cluster.Namespace} deployment/{name}");
        var deployment = await cluster.Await().One<V1Deployment>(name, cluster.Namespace).FailFast().UntilAsync(
            found => found.IsRolledOut(), $"the Deployment {name} to be rolled out", ScenarioCluster.StepLimit, cluster.Limit);
        var selector = string.Join(',', deployment.Spec.Selector.MatchLabels.Select(label => $"{label.Key}={label.Value}"));
        var pods = await cluster.Cluster.Client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, labelSelector: selector, cancellationToken: cluster.Limit);
        PodNames.Give(names, name, pods.Items.Where(pod => pod.IsReady()));
    }

    /// <summary>As kubectl does it: the template of the revision's ReplicaSet becomes the Deployment's again.</summary>
    [When("the Deployment {string} is rolled back to revision {int}")]
    public async Task IsRolledBack(string name, int revision)
    {
        evidence.Kubectl($"rollout undo -n {cluster.Namespace} deployment/{name} --to-revision={revision}");
        var sets = await cluster.Cluster.Client.AppsV1.ListNamespacedReplicaSetAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        var set = Assert.Single(sets.Items, set =>
            set.Metadata.Annotations[RevisionAnnotation] == $"{revision}" && set.Metadata.OwnerReferences.Any(owner => owner.Name == name));
        set.Spec.Template.Metadata.Labels.Remove(HashLabel);
        var patch = new JsonArray(new JsonObject
        {
            ["op"] = "replace",
            ["path"] = "/spec/template",
            ["value"] = JsonNode.Parse(KubernetesJson.Serialize(set.Spec.Template)),
        });
        var path = (await cluster.Api.ResourceOfKindAsync("Deployment", cluster.Limit)).PathOf(cluster.Namespace, name);
        var answer = await cluster.Api.SendAsync(HttpMethod.Patch, path, patch.ToJsonString(), MediaTypes.JsonPatch, cluster.Limit);
        Assert.True(answer.IsSuccess, $"The API server answered {answer.Line} to PATCH {path}: {answer.Message}");
    }
}
