using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Scenarios;

namespace Estaleiro.Steps.Bindings;

/// <summary>Who may do what.</summary>
[Binding]
public sealed class RbacSteps(ScenarioCluster cluster, Identities identities, EvidenceLog evidence)
{
    /// <summary>Creates a ServiceAccount in the scenario's namespace, without any rights of its own.</summary>
    [Given("a ServiceAccount {string}")]
    public async Task AServiceAccount(string name)
    {
        evidence.Kubectl($"create -n {cluster.Namespace} serviceaccount {name}");
        var manifest = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "ServiceAccount", ["metadata"] = new JsonObject { ["name"] = name } };
        await cluster.Api.ApplyAsync(manifest, cluster.Namespace, cluster.Limit);
    }

    /// <summary>
    /// The authorizer learns of roles and bindings through a watch of its own, a moment after they are stored, and nothing that can be
    /// watched says that it has: one asks it.
    /// </summary>
    [Given("the {word} {string} may soon {word} {word}")]
    [When("the {word} {string} may soon {word} {word}")]
    [Then("the {word} {string} may soon {word} {word}")]
    public Task MaySoon(string kind, string name, string verb, string resource) => UntilAsync(kind, name, verb, resource, "true");

    /// <summary>
    /// Waits until the API server's authorizer denies the verb on the resource in the scenario's namespace; takes effect with a delay, as
    /// the authorizer works from a cache.
    /// </summary>
    [When("the {word} {string} may soon no longer {word} {word}")]
    [Then("the {word} {string} may soon no longer {word} {word}")]
    public Task MaySoonNoLonger(string kind, string name, string verb, string resource) => UntilAsync(kind, name, verb, resource, "false");

    private async Task UntilAsync(string kind, string name, string verb, string resource, string expected)
    {
        var user = identities.UserName(kind, name);
        evidence.Kubectl($"auth can-i {verb} {resource} -n {cluster.Namespace} --as {user}");
        var parts = resource.Split('/');
        var review = AccessReview.Of(verb, "", parts[0], null, cluster.Namespace, parts.ElementAtOrDefault(1), user).ToJsonString();
        await Repeatedly.LookAsync(
            cluster,
            async token => FieldPath.Read((await cluster.Api.SendAsync(HttpMethod.Post, AccessReview.OfAnother, review, MediaTypes.Json, token)).Body, "status.allowed"),
            allowed => allowed == expected ? null : $"allowed: {allowed}",
            TimeSpan.FromSeconds(20),
            $"the {kind} {name} to be {(expected == "true" ? "allowed" : "forbidden")} to {verb} {resource}");
    }
}
