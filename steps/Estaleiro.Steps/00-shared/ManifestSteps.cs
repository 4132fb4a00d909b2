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
    /// Applies one or several YAML documents to the scenario's namespace, with workload images resolved and placeholders filled in; fails
    /// if the API server refuses one.
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

    /// <summary>
    /// Posts one object and keeps the API server's answer, refusals included, for a later step such as "the API server answers …".
    /// </summary>
    [When("somebody tries to create:")]
    public async Task TryToCreate(string yaml)
    {
        evidence.Kubectl($"create -n {cluster.Namespace} -f -");
        var manifest = Assert.Single(Manifest.Parse(cluster.Expand(yaml)));
        conversation.Answer = await cluster.Api.CreateAsync(manifest, cluster.Namespace, cluster.Limit);
    }

    /// <summary>Sends the delete request and fails if the API server refuses it; does not wait until the object is gone.</summary>
    [When("the {word} {string} is deleted")]
    [When("o/a {word} {string} é apagado/apagada")]
    public async Task Delete(string kind, string name)
    {
        evidence.Kubectl($"delete -n {cluster.Namespace} {kind} {name}");
        var path = await PathOf(kind, name);
        var answer = await cluster.Api.SendAsync(HttpMethod.Delete, path, null, MediaTypes.Json, cluster.Limit);
        Assert.True(answer.IsSuccess, $"The API server answered {answer.Line} to DELETE {path}: {answer.Message}");
    }

    /// <summary>Merge-patches one field, given as a dotted path, to a string value; fails if the API server refuses the patch.</summary>
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

    /// <summary>
    /// Reads the object once and compares one field, given as a dotted path; records the state of the object. To wait for a value, use
    /// "becomes".
    /// </summary>
    [Then("{string} of the {word} {string} is {string}")]
    public async Task FieldIs(string field, string kind, string name, string expected)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} {kind} {name} -o jsonpath='{{.{field}}}'");
        var whole = await cluster.Api.GetAsync(await PathOf(kind, name), cluster.Limit);
        var found = FieldPath.Read(whole, field);
        Assert.True(found == expected, $"{field} of the {kind} {name} is '{found}', expected '{expected}'.");
        outcome.Add($"{kind} {name}", ObjectState.Of(kind, whole, field));
    }

    /// <summary>Asks once and expects 404 Not Found. To wait until an object is gone, use "disappears".</summary>
    [Then("there is no {word} {string}")]
    public async Task ThereIsNo(string kind, string name)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} {kind} {name}");
        var answer = await cluster.Api.SendAsync(HttpMethod.Get, await PathOf(kind, name), null, MediaTypes.Json, cluster.Limit);
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.NotFound, $"There is a {kind} {name}: the API server answered {answer.Line}.");
    }

    /// <summary>Reads the path of the API and records the whole answer, which the snapshot then fixes.</summary>
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
