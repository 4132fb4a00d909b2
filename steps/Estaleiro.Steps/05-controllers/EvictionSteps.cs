using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Scenarios;

namespace Estaleiro.Steps.Bindings;

/// <summary>Asking a pod to leave in the polite way, as <c>kubectl drain</c> does.</summary>
[Binding]
public sealed class EvictionSteps(ScenarioCluster cluster, Conversation conversation, EvidenceLog evidence)
{
    /// <summary>Posts an Eviction, as kubectl drain does, and keeps the API server's answer: a PodDisruptionBudget may refuse it.</summary>
    [When("somebody asks for the eviction of the pod {string}")]
    public async Task AskForEviction(string pod)
    {
        var path = $"/api/v1/namespaces/{cluster.Namespace}/pods/{pod}/eviction";
        var eviction = new JsonObject
        {
            ["apiVersion"] = await EvictionVersion(),
            ["kind"] = "Eviction",
            ["metadata"] = new JsonObject { ["name"] = pod, ["namespace"] = cluster.Namespace },
        };
        var body = eviction.ToJsonString();
        evidence.Curl(HttpMethod.Post, path, body);
        conversation.Answer = await cluster.Api.SendAsync(HttpMethod.Post, path, body, MediaTypes.Json, cluster.Limit);
    }

    /// <summary>The subresource is the core group's, what is sent there another group's: discovery says which version.</summary>
    private async Task<string> EvictionVersion()
    {
        var core = await cluster.Api.GetAsync("/api/v1", cluster.Limit);
        var subresource = core["resources"]!.AsArray().Single(resource => (string?)resource!["name"] == "pods/eviction")!;
        return $"{subresource["group"]}/{subresource["version"]}";
    }
}
