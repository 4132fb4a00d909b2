using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>What becomes true after a while, of an object of any kind.</summary>
[Binding]
public sealed class WaitSteps(ScenarioCluster cluster, EvidenceLog evidence, Outcome outcome)
{
    /// <summary>Waits until one field, given as a dotted path, has this value (empty means not set); records the object's state.</summary>
    [Given("{string} of the {word} {string} becomes {string}")]
    [When("{string} of the {word} {string} becomes {string}")]
    [Then("{string} of the {word} {string} becomes {string}")]
    public async Task FieldBecomes(string field, string kind, string name, string expected)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} {kind} {cluster.Expand(name)} --watch -o jsonpath='{{.{field}}}'");
        var wanted = cluster.Expand(expected);
        var last = await UntilAsync(
            kind, name, found => (FieldPath.Read(found, field) ?? "") == wanted, $"{field} of the {kind} {name} to be '{wanted}'", PodsNeeded.For([(field, wanted)]));
        outcome.Add($"{kind} {name}", ObjectState.Of(kind, last, field));
    }

    /// <summary>Waits until the object has a deletionTimestamp and is still there, as a finalizer keeps it.</summary>
    [Then("the {word} {string} is marked for deletion")]
    public async Task IsMarkedForDeletion(string kind, string name)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} {kind} {cluster.Expand(name)} --watch -o jsonpath='{{.metadata.deletionTimestamp}}'");
        await UntilAsync(
            kind,
            name,
            found => FieldPath.Read(found, "metadata.deletionTimestamp") is not null,
            $"the {kind} {name} to be there with a deletionTimestamp");
    }

    /// <summary>Merge-patches metadata.finalizers to nothing, so that a pending deletion can go through.</summary>
    [When("the finalizers of the {word} {string} are removed")]
    public async Task FinalizersAreRemoved(string kind, string name)
    {
        const string Patch = """{"metadata":{"finalizers":null}}""";
        evidence.Kubectl($"patch -n {cluster.Namespace} {kind} {cluster.Expand(name)} --type=merge -p '{Patch}'");
        var path = (await cluster.Api.ResourceOfKindAsync(kind, cluster.Limit)).PathOf(cluster.Namespace, cluster.Expand(name));
        var answer = await cluster.Api.SendAsync(HttpMethod.Patch, path, Patch, MediaTypes.MergePatch, cluster.Limit);
        Assert.True(answer.IsSuccess, $"The API server answered {answer.Line} to PATCH {path}: {answer.Message}");
    }

    private async Task<JsonObject> UntilAsync(string kind, string name, Func<JsonObject, bool> isWanted, string wanted, bool needsPods = false)
    {
        var resource = await cluster.Api.ResourceOfKindAsync(kind, cluster.Limit);
        var wait = cluster.Await().One(resource, cluster.Expand(name), resource.Namespaced ? cluster.Namespace : null);
        return JsonObject.Create(await (needsPods ? wait.FailFast() : wait)
            .UntilAsync(element => isWanted(JsonObject.Create(element)!), wanted, ScenarioCluster.StepLimit, cluster.Limit))!;
    }
}
