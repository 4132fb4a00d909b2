using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Objects in, objects changed, objects out.</summary>
[Binding]
public sealed class ManifestSteps(
    ScenarioCluster cluster, AddressWords words, Conversation conversation, ClusterScopedObjects clusterScoped, EvidenceLog evidence, Outcome outcome)
{
    /// <summary>
    /// Applies one or more objects in YAML, by server-side apply. Objects without a namespace go into the scenario's own.
    /// </summary>
    [Given("this manifest is applied:")]
    [When("this manifest is applied:")]
    [Given("(que )este manifesto é aplicado:")]
    [When("(que )este manifesto é aplicado:")]
    public async Task ApplyManifest(string yaml)
    {
        evidence.Kubectl($"apply -n {cluster.Namespace} -f -{WorkloadImages.Remark(yaml, cluster.Cluster)}");
        foreach (var manifest in Manifest.Parse(await words.FillInAsync(yaml)))
        {
            await clusterScoped.TakeNoteAsync(manifest);
            await cluster.Api.ApplyAsync(WorkloadImages.Resolve(manifest, cluster.Cluster), cluster.Namespace, cluster.Limit);
        }
    }

    /// <summary>Creates one object, which the API server may refuse: another step checks its answer.</summary>
    [When("somebody tries to create:")]
    public async Task TryToCreate(string yaml)
    {
        evidence.Kubectl($"create -n {cluster.Namespace} -f -");
        var manifest = Assert.Single(Manifest.Parse(cluster.Expand(yaml)));
        conversation.Answer = await cluster.Api.CreateAsync(manifest, cluster.Namespace, cluster.Limit);
    }

    /// <summary>Deletes an object of any kind, and doesn't wait until it is gone.</summary>
    [When("the {word} {string} is deleted")]
    [When("o/a {word} {string} é apagado/apagada")]
    public async Task Delete(string kind, string name)
    {
        evidence.Kubectl($"delete -n {cluster.Namespace} {kind} {name}");
        var path = await PathOf(kind, name);
        var answer = await cluster.Api.SendAsync(HttpMethod.Delete, path, null, MediaTypes.Json, cluster.Limit);
        Assert.True(answer.IsSuccess, $"The API server answered {answer.Line} to DELETE {path}: {answer.Message}");
    }

    /// <summary>Sets one field of an object of any kind, by a merge patch.</summary>
    [Given("{string} of the {word} {string} is set to {string}")]
    [When("{string} of the {word} {string} is set to {string}")]
    public async Task SetField(string field, string kind, string name, string value)
    {
        var patch = new JsonObject();
        FieldPath.Write(patch, field, value);
        evidence.Kubectl($"patch -n {cluster.Namespace} {kind} {name} --type=merge -p '{patch.ToJsonString()}'");
        var path = await PathOf(kind, name);
        var answer = await cluster.Api.SendAsync(HttpMethod.Patch, path, patch.ToJsonString(), MediaTypes.MergePatch, cluster.Limit);
        Assert.True(answer.IsSuccess, $"The API server answered {answer.Line} to PATCH {path}: {answer.Message}");
    }

    /// <summary>Checks a field of an object as it is now, without waiting. Records the field.</summary>
    [Then("{string} of the {word} {string} is {string}")]
    public async Task FieldIs(string field, string kind, string name, string expected)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} {kind} {name} -o jsonpath='{{.{field}}}'");
        var whole = await cluster.Api.GetAsync(await PathOf(kind, name), cluster.Limit);
        var found = FieldPath.Read(whole, field);
        Assert.True(found == expected, $"{field} of the {kind} {name} is '{found}', expected '{expected}'.");
        outcome.Add($"{kind} {name}", ObjectState.Of(kind, whole, field));
    }

    /// <summary>Checks that the object does not exist now, without waiting.</summary>
    [Then("there is no {word} {string}")]
    public async Task ThereIsNo(string kind, string name)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} {kind} {name}");
        var answer = await cluster.Api.SendAsync(HttpMethod.Get, await PathOf(kind, name), null, MediaTypes.Json, cluster.Limit);
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.NotFound, $"There is a {kind} {name}: the API server answered {answer.Line}.");
    }

    /// <summary>Gets a path of the API. Records the whole answer.</summary>
    [Then("{string} answers with the stored object")]
    [Then("{string} responde com o objeto gravado")]
    public async Task AnswersWithTheStoredObject(string path)
    {
        evidence.Kubectl($"get --raw {cluster.Expand(path)}");
        outcome.Add("stored object", await cluster.Api.GetAsync(cluster.Expand(path), cluster.Limit));
    }

    private async Task<string> PathOf(string kind, string name) =>
        (await cluster.Api.ResourceOfKindAsync(kind, cluster.Limit)).PathOf(cluster.Namespace, cluster.Expand(name));
}
