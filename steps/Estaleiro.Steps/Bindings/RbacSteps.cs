using System.Text.Json.Nodes;
using Estaleiro.Steps.Api;
using Estaleiro.Steps.Evidences;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Who may do what.</summary>
[Binding]
public sealed class RbacSteps(ScenarioCluster cluster, Identities identities, EvidenceLog evidence)
{
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

    [When("the {word} {string} may soon no longer {word} {word}")]
    [Then("the {word} {string} may soon no longer {word} {word}")]
    public Task MaySoonNoLonger(string kind, string name, string verb, string resource) => UntilAsync(kind, name, verb, resource, "false");

    private async Task UntilAsync(string kind, string name, string verb, string resource, string expected)
    {
        var user = identities.UserName(kind, name);
        evidence.Kubectl($"auth can-i {verb} {resource} -n {cluster.Namespace} --as {user}");
        var parts = resource.Split('/');
        var review = AccessReview.Of(verb, "", parts[0], null, cluster.Namespace, parts.ElementAtOrDefault(1), user).ToJsonString();
        var limit = SpecRun.Current.Scale(TimeSpan.FromSeconds(20));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cluster.Limit);
        deadline.CancelAfter(limit);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var told = cluster.Awaiting($"the {kind} {name} to be {(expected == "true" ? "allowed" : "forbidden")} to {verb} {resource}");
        try
        {
            while (true)
            {
                var answer = await cluster.Api.SendAsync(HttpMethod.Post, AccessReview.OfAnother, review, MediaTypes.Json, deadline.Token);
                if (FieldPath.Read(answer.Body, "status.allowed") == expected)
                {
                    return;
                }

                await ticks.WaitForNextTickAsync(deadline.Token);
            }
        }
        catch (OperationCanceledException) when (!cluster.Limit.IsCancellationRequested)
        {
            Assert.Fail(
                $"After {limit.TotalSeconds:0} s the {kind} {name} {(expected == "true" ? "may still not" : "may still")} {verb} {resource}, expected that it {(expected == "true" ? "may" : "may not")}.");
        }
    }
}
