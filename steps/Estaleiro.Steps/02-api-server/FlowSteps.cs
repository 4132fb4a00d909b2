using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>How the API server sorts requests before it serves them: https://kubernetes.io/docs/concepts/cluster-administration/flow-control/</summary>
[Binding]
public sealed class FlowSteps(ScenarioCluster cluster, Identities identities, EvidenceLog evidence, Outcome outcome)
{
    private const string Group = "/apis/flowcontrol.apiserver.k8s.io/v1";

    /// <summary>The API server learns of a FlowSchema some moments after it is stored, and nothing that can be watched says that it has.</summary>
    [Then("soon the API server sorts these requests like this:")]
    public async Task SortsLikeThis(DataTable expected)
    {
        var table = new OutcomeTable("as", "request", "FlowSchema", "distinguishes by", "priority level", "is");
        foreach (var row in expected.Rows)
        {
            var api = await identities.SeenByAsync(row["as"]);
            var parts = cluster.Expand(row["request"]).Split(' ', 2);
            var wanted = (cluster.Expand(row["FlowSchema"]), cluster.Expand(row["priority level"]));
            evidence.Curl(new(parts[0]), parts[1], remark: $"as {row["as"]}; of the answer, the headers X-Kubernetes-PF-…");
            var (schema, level) = await Repeatedly.LookAsync(
                cluster,
                token => SortAsync(api, new(parts[0]), parts[1], token),
                found => (Name(found.Schema), Name(found.Level)) is var names && names == wanted ? null : $"{names.Item1}, {names.Item2}",
                ScenarioCluster.StepLimit,
                $"{row["as"]}'s {row["request"]} to be sorted by the FlowSchema {wanted.Item1} to the priority level {wanted.Item2}");
            table.Add(
                row["as"],
                row["request"],
                cluster.Unexpand(Name(schema)),
                FieldPath.Read(schema, "spec.distinguisherMethod.type") ?? "nothing",
                cluster.Unexpand(Name(level)),
                FieldPath.Read(level, "spec.type") ?? "");
        }

        outcome.Add("requests", table);
    }

    private static string Name(JsonObject found) => FieldPath.Read(found, "metadata.name") ?? "";

    private async Task<(JsonObject Schema, JsonObject Level)> SortAsync(
        KubernetesApi api, HttpMethod method, string path, CancellationToken cancellationToken)
    {
        var answer = await api.SendAsync(method, path, null, MediaTypes.Json, cancellationToken);
        Assert.True(answer.Flow is not null, $"The answer to {method} {path} does not say how the request was sorted: {answer.Line}");
        var (schema, level) = answer.Flow.Value;
        return (await FindAsync("flowschemas", schema), await FindAsync("prioritylevelconfigurations", level));

        async Task<JsonObject> FindAsync(string resource, string uid) =>
            (await cluster.Api.GetAsync($"{Group}/{resource}", cancellationToken))["items"]!.AsArray()
                .OfType<JsonObject>().FirstOrDefault(item => FieldPath.Read(item, "metadata.uid") == uid) ?? [];
    }
}
