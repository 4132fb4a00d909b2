using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Who stands behind a Service, in the old words (Endpoints) and in the new (EndpointSlice).</summary>
[Binding]
public sealed class EndpointSteps(ScenarioCluster cluster, PodShell shell, EvidenceLog evidence, Outcome outcome)
{
    private const string ServiceLabel = "kubernetes.io/service-name";

    /// <summary>Creates the file /tmp/ready in the pod, which its readiness probe looks for.</summary>
    [When("the pod {string} says that it is ready")]
    public Task SaysReady(string pod) => Run(pod, "touch", "/tmp/ready");

    /// <summary>Removes the file /tmp/ready from the pod, which its readiness probe looks for.</summary>
    [When("the pod {string} says that it is no longer ready")]
    public Task SaysNotReady(string pod) => Run(pod, "rm", "/tmp/ready");

    /// <summary>
    /// Waits until the Endpoints or EndpointSlices of the Service have exactly these entries; records them with their ports. Columns:
    /// endpoint, ready.
    /// </summary>
    [Given("the {word} of the Service {string} comes to list:")]
    [When("the {word} of the Service {string} comes to list:")]
    [Then("the {word} of the Service {string} comes to list:")]
    public async Task ComesToList(string kind, string service, DataTable expected)
    {
        var resource = await cluster.Api.ResourceOfKindAsync(kind, cluster.Limit);
        var isSlice = kind == "EndpointSlice";
        evidence.Kubectl($"get -n {cluster.Namespace} {(isSlice ? $"{kind} -l {ServiceLabel}={service}" : $"{kind} {service}")} -o yaml --watch");
        (string Endpoint, string Ready)[] wanted = [.. expected.Rows.Select(row => (row["endpoint"], row["ready"])).Order()];
        var found = await cluster.Await().All(resource, cluster.Namespace, isSlice ? $"{ServiceLabel}={service}" : null).UntilAsync(
            elements => elements
                .Select(element => JsonObject.Create(element)!)
                .Where(item => isSlice || FieldPath.Read(item, "metadata.name") == service)
                .SelectMany(item => isSlice ? OfSlice(item) : OfEndpoints(item))
                .Select(one => (one.Endpoint, one.Ready))
                .Order()
                .SequenceEqual(wanted),
            $"the {kind} of the Service {service} to list {(wanted.Length == 0 ? "nobody" : string.Join(", ", wanted.Select(one => $"{one.Endpoint} (ready: {one.Ready})")))}",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        var table = new OutcomeTable("endpoint", "ready", "is", "port");
        foreach (var item in found.Select(element => JsonObject.Create(element)!).Where(item => isSlice || FieldPath.Read(item, "metadata.name") == service))
        {
            foreach (var one in (isSlice ? OfSlice(item) : OfEndpoints(item)).Order())
            {
                table.Add(one.Endpoint, one.Ready, one.Is, one.Ports);
            }
        }

        outcome.Add($"{kind} of {service}", table);
    }

    private static IEnumerable<(string Endpoint, string Ready, string Is, string Ports)> OfEndpoints(JsonObject endpoints) =>
        Items(endpoints, "subsets").SelectMany(subset =>
            Items(subset, "addresses").Select(address => (Name(address), "yes", Target(address), Ports(subset)))
                .Concat(Items(subset, "notReadyAddresses").Select(address => (Name(address), "no", Target(address), Ports(subset)))));

    /// <summary>A slice that says nothing of readiness means ready (https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#conditions).</summary>
    private static IEnumerable<(string Endpoint, string Ready, string Is, string Ports)> OfSlice(JsonObject slice) =>
        Items(slice, "endpoints").Select(endpoint =>
            (Name(endpoint), FieldPath.Read(endpoint, "conditions.ready") == "false" ? "no" : "yes", Target(endpoint), Ports(slice)));

    private static string Target(JsonNode endpoint) => FieldPath.Read(endpoint, "targetRef.kind") is { } kind ? $"a {kind}" : "an address";

    private static string Ports(JsonNode node) =>
        string.Join(", ", Items(node, "ports").Select(port => $"{port["port"]}/{port["protocol"] ?? "TCP"}").Order(StringComparer.Ordinal));

    private static string Name(JsonNode endpoint) =>
        FieldPath.Read(endpoint, "targetRef.name") ?? FieldPath.Read(endpoint, "ip") ?? FieldPath.Read(endpoint, "addresses[0]") ?? "";

    private static IEnumerable<JsonNode> Items(JsonNode node, string list) => (node[list] as JsonArray ?? []).OfType<JsonNode>();

    private async Task Run(string pod, params string[] command)
    {
        evidence.Kubectl($"exec -n {cluster.Namespace} {pod} -- {string.Join(' ', command)}");
        await cluster.Await().One<V1Pod>(pod, cluster.Namespace).UntilAsync(
            found => found.Status?.ContainerStatuses is { Count: > 0 } statuses && statuses.All(status => status.State?.Running is not null),
            $"the containers of pod {pod} to run",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        var result = await shell.ExecuteAsync(pod, command, cluster.Limit);
        Assert.True(result.ExitCode == 0, $"'{string.Join(' ', command)}' in the pod {pod} ended with {result.ExitCode}: {result.Error}");
    }
}
