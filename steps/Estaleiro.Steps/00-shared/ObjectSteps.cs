using System.Text.Json;
using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Objects of any kind: what somebody asks of them, and what controllers make of that in time.</summary>
[Binding]
public sealed class ObjectSteps(ScenarioCluster cluster, NamespaceContents contents, EventReports events, EvidenceLog evidence, Outcome outcome)
{
    private const string None = "none";
    private const string Anything = "anything";

    /// <summary>
    /// Waits until all fields have their values at once and the controller has observed the object's current generation; records the
    /// fields' state and, where there is one, the event that tells of it. Columns: field, value.
    /// </summary>
    [Given("the {word} {string} comes to have:")]
    [When("the {word} {string} comes to have:")]
    [Then("the {word} {string} comes to have:")]
    [Given("o/a {word} {string} passa a ter:")]
    [When("o/a {word} {string} passa a ter:")]
    [Then("o/a {word} {string} passa a ter:")]
    public async Task ComesToHave(string kind, string name, DataTable expected)
    {
        var (resource, expanded) = await Find(kind, name);
        evidence.Kubectl($"get {Scope(resource)}{kind} {expanded} -o yaml --watch");
        (string Field, string Value)[] wanted = [.. expected.Rows.Select(row => (row["field"], cluster.Expand(row["value"])))];
        var wait = cluster.Await().One(resource, expanded, NamespaceOf(resource));
        var found = await (PodsNeeded.For(wanted) ? wait.FailFast() : wait).UntilAsync(
            element => IsObserved(element) && wanted.All(one => Is(FieldPath.Read(Node(element), one.Field), one.Value)),
            $"the {kind} {expanded} to have {string.Join(", ", wanted.Select(one => $"{one.Field}: {one.Value}"))}",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        var state = ObjectState.Of(kind, Node(found), wanted.Select(one => one.Field));
        if (EventThatTells(kind, Node(found)) is { } reason)
        {
            state["told by"] = (await events.UntilToldAsync(kind, (expanded, reason)))[expanded];
        }

        outcome.Add($"{kind} {name}", state);
    }

    /// <summary>Sends the YAML as a strategic merge patch, as kubectl patch does; fails if the API server refuses it.</summary>
    [Given("the {word} {string} is changed:")]
    [When("the {word} {string} is changed:")]
    public async Task IsChanged(string kind, string name, string yaml)
    {
        var (resource, expanded) = await Find(kind, name);
        evidence.Kubectl($"patch {Scope(resource)}{kind} {expanded} --patch-file -");
        var patch = NodeLabelKeys.Resolve(Assert.Single(Manifest.Parse(cluster.Expand(yaml))), cluster.Cluster);
        await Send(HttpMethod.Patch, resource.PathOf(cluster.Namespace, expanded), patch, MediaTypes.StrategicMergePatch);
    }

    /// <summary>Patches the scale subresource, as kubectl scale does; does not wait for the pods.</summary>
    [Given("the {word} {string} is scaled to {int}")]
    [When("the {word} {string} is scaled to {int}")]
    [Given("o {word} {string} é escalado para {int}")]
    [When("o {word} {string} é escalado para {int}")]
    public async Task IsScaled(string kind, string name, int replicas)
    {
        var (resource, expanded) = await Find(kind, name);
        evidence.Kubectl($"scale -n {cluster.Namespace} {kind} {expanded} --replicas={replicas}");
        var patch = new JsonObject { ["spec"] = new JsonObject { ["replicas"] = replicas } };
        await Send(HttpMethod.Patch, $"{resource.PathOf(cluster.Namespace, expanded)}/scale", patch, MediaTypes.MergePatch);
    }

    /// <summary>Deletes the object with the propagation policy Orphan and waits until it is gone; what it owned stays.</summary>
    [When("the {word} {string} is deleted, but not what it owns")]
    public async Task IsDeletedAlone(string kind, string name)
    {
        var (resource, expanded) = await Find(kind, name);
        evidence.Kubectl($"delete -n {cluster.Namespace} {kind} {expanded} --cascade=orphan");
        await Send(HttpMethod.Delete, resource.PathOf(cluster.Namespace, expanded), new JsonObject { ["propagationPolicy"] = "Orphan" }, MediaTypes.Json);
        await Disappears(kind, name);
    }

    /// <summary>Waits until the object is gone from the API; does not delete it.</summary>
    [When("the {word} {string} disappears")]
    [Then("the {word} {string} disappears")]
    [Then("the {word} {string} goes away")]
    public async Task Disappears(string kind, string name)
    {
        var (resource, expanded) = await Find(kind, name);
        evidence.Kubectl($"wait {Scope(resource)}{kind}/{expanded} --for=delete");
        await cluster.Await().One(resource, expanded, NamespaceOf(resource))
            .UntilGoneAsync($"the {kind} {expanded} to be gone", ScenarioCluster.StepLimit, cluster.Limit);
    }

    /// <summary>
    /// Waits for the number of objects of each kind, one row after the other; records everything in the namespace. Columns: kind,
    /// objects.
    /// </summary>
    [Given("the namespace comes to hold:")]
    [Then("the namespace comes to hold:")]
    public async Task TheNamespaceComesToHold(DataTable expected)
    {
        foreach (var row in expected.Rows)
        {
            var (kind, count) = (row["kind"], row["objects"]);
            evidence.Kubectl($"get -n {cluster.Namespace} {kind}");
            var (resource, _) = await Find(kind, "");
            await cluster.Await().All(resource, cluster.Namespace).UntilAsync(
                elements => $"{elements.Count}" == count,
                $"{count} objects of kind {kind} in the namespace",
                ScenarioCluster.StepLimit,
                cluster.Limit);
        }

        outcome.Add("what the namespace holds", await contents.DescribeAsync());
    }

    /// <summary>Deletes the object and waits for another of the same name with a new UID; records what the two have in common.</summary>
    [Then("a {word} {string} that is deleted is made anew")]
    public async Task IsReplaced(string kind, string name)
    {
        var (resource, expanded) = await Find(kind, name);
        var path = resource.PathOf(cluster.Namespace, expanded);
        var first = await cluster.Await().One(resource, expanded, NamespaceOf(resource))
            .UntilAsync(_ => true, $"the {kind} {expanded} to be there", ScenarioCluster.StepLimit, cluster.Limit);
        var before = FieldPath.Read(Node(first), "metadata.uid");
        evidence.Kubectl($"delete {Scope(resource)}{kind} {expanded}");
        evidence.Kubectl($"get {Scope(resource)}{kind} {expanded} -o jsonpath='{{.metadata.uid}}'");
        await Send(HttpMethod.Delete, path, null, MediaTypes.Json);
        var next = await cluster.Await().One(resource, expanded, NamespaceOf(resource)).UntilAsync(
            element => FieldPath.Read(Node(element), "metadata.uid") != before,
            $"another {kind} {expanded} than the one deleted",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        outcome.Add($"{kind} {name}, made anew", Successor(kind, Node(first), Node(next)));
    }

    /// <summary>The event by which a controller tells that it has come to an end with an object, or null where it tells nothing.</summary>
    private static string? EventThatTells(string kind, JsonObject found) =>
        kind is not "Job" ? null
        : FieldPath.Read(found, "status.conditions[Complete].status") is "True" ? "Completed"
        : FieldPath.Read(found, "status.conditions[Failed].status") is "True" ? FieldPath.Read(found, "status.conditions[Failed].reason")
        : null;

    /// <summary>What the two have in common, and what not.</summary>
    private static JsonObject Successor(string kind, JsonObject first, JsonObject next)
    {
        var parts = first.Select(part => part.Key).Union(next.Select(part => part.Key))
            .Where(part => part is not ("apiVersion" or "kind" or "metadata" or "status") && ReleaseDifferences.IsFieldCommon(kind, part))
            .ToLookup(part => JsonNode.DeepEquals(first[part], next[part]));
        return new()
        {
            ["as before"] = List(parts[true]),
            ["not as before"] = List(parts[false]),
            ["owners"] = ObjectState.Owners(next) is { Length: > 0 } owners ? owners : "none",
        };

        static string List(IEnumerable<string> parts) => string.Join(", ", parts.Order(StringComparer.Ordinal).DefaultIfEmpty("nothing"));
    }

    private static bool Is(string? found, string wanted) => wanted switch
    {
        None => found is null,
        Anything => found is not null,
        _ => found == wanted,
    };

    /// <summary>What a controller has not seen yet, its status does not speak of.</summary>
    private static bool IsObserved(JsonElement element) =>
        !long.TryParse(FieldPath.Read(Node(element), "status.observedGeneration"), out var observed)
        || !long.TryParse(FieldPath.Read(Node(element), "metadata.generation"), out var generation)
        || observed >= generation;

    private static JsonObject Node(JsonElement element) => JsonObject.Create(element)!;

    private async Task<(ApiResource Resource, string Name)> Find(string kind, string name) =>
        (await cluster.Api.ResourceOfKindAsync(kind, cluster.Limit), cluster.Expand(name));

    private string? NamespaceOf(ApiResource resource) => resource.Namespaced ? cluster.Namespace : null;

    private string Scope(ApiResource resource) => resource.Namespaced ? $"-n {cluster.Namespace} " : "";

    private async Task Send(HttpMethod method, string path, JsonObject? body, string contentType)
    {
        var answer = await cluster.Api.SendAsync(method, path, body?.ToJsonString(), contentType, cluster.Limit);
        Assert.True(answer.IsSuccess, $"The API server answered {answer.Line} to {method} {path}: {answer.Message}");
    }
}
