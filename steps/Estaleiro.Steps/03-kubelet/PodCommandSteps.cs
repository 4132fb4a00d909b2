using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Estaleiro.Api;
using Estaleiro.Clusters;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using k8s.Autorest;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Commands that somebody runs inside the containers of a pod.</summary>
[Binding]
public sealed partial class PodCommandSteps(ScenarioCluster cluster, PodShell shell, EvidenceLog evidence, Outcome outcome)
{
    private static readonly string[] Columns = ["container", "command", "prints", "exit code"];

    /// <summary>
    /// Columns: <c>command</c>, a line for the container's shell, and where wanted <c>container</c>, <c>prints</c> and <c>exit code</c> (else 0).
    /// <c>{status.podIP}</c> in <c>prints</c> is a field of the pod as the API server tells it.
    /// </summary>
    [Given("these commands run in the pod {string}:")]
    [When("these commands run in the pod {string}:")]
    [Then("these commands run in the pod {string}:")]
    public async Task TheseCommandsRun(string pod, DataTable commands)
    {
        if (commands.Header.FirstOrDefault(column => !Columns.Contains(column)) is { } unknown)
        {
            throw new FormatException($"The table of commands has a column '{unknown}'. It may have: {string.Join(", ", Columns)}.");
        }

        var table = new OutcomeTable("container", "command", "prints", "says", "exit code");
        foreach (var row in commands.Rows)
        {
            var result = await RunAsync(pod, row);
            table.Add(
                Cell(row, "container") ?? "",
                row["command"],
                row.TryGetValue("prints", out var cell) ? Field().IsMatch(cell) ? cell : result.Output.TrimEnd() : "",
                result.ExitCode == 0 ? "" : result.Error.Trim(),
                result.ExitCode.ToString(CultureInfo.InvariantCulture));
        }

        if (commands.ContainsColumn("prints") || commands.ContainsColumn("exit code"))
        {
            outcome.Add($"commands in {pod}", table);
        }
    }

    /// <summary>What <c>kubectl debug</c> sends; the newcomer sees the container's processes.</summary>
    [When("somebody debugs the container {string} of the pod {string} with a toolbox {string}")]
    public async Task SomebodyDebugs(string target, string pod, string name)
    {
        var image = WorkloadImages.ToolboxImage(cluster.Cluster);
        evidence.Kubectl($"debug -n {cluster.Namespace} {pod} --image={image} --target={target} --container={name} -- sleep infinity");
        var newcomer = new JsonObject
        {
            ["name"] = name,
            ["image"] = image,
            ["command"] = new JsonArray("sleep", "infinity"),
            ["targetContainerName"] = target,
        };
        var patch = new JsonObject { ["spec"] = new JsonObject { ["ephemeralContainers"] = new JsonArray(newcomer) } };
        var path = $"{(await cluster.Api.ResourceOfKindAsync("Pod", cluster.Limit)).PathOf(cluster.Namespace, pod)}/ephemeralcontainers";
        var answer = await cluster.Api.SendAsync(HttpMethod.Patch, path, patch.ToJsonString(), MediaTypes.StrategicMergePatch, cluster.Limit);
        Assert.True(answer.IsSuccess, $"The API server answered {answer.Line} to PATCH {path}: {answer.Message}");
    }

    [GeneratedRegex(@"\{(?<field>(metadata|spec|status)\.[^}]+)\}")]
    private static partial Regex Field();

    private static string? Cell(DataTableRow row, string column) => row.TryGetValue(column, out var cell) && cell.Length > 0 ? cell : null;

    private async Task<NodeCommandResult> RunAsync(string pod, DataTableRow row)
    {
        var (container, command) = (Cell(row, "container"), cluster.Expand(row["command"]));
        evidence.Kubectl($"exec -n {cluster.Namespace} {pod}{(container is null ? "" : $" -c {container}")} -- sh -c '{command}'");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cluster.Limit);
        limit.CancelAfter(SpecRun.Current.Scale(ScenarioCluster.StepLimit));
        NodeCommandResult result;
        try
        {
            result = await shell.ExecuteAsync(pod, container, ["sh", "-c", command], limit.Token);
        }
        catch (OperationCanceledException) when (!cluster.Limit.IsCancellationRequested)
        {
            throw new TimeoutException($"'{command}' in the pod {pod} had not ended after {SpecRun.Current.Scale(ScenarioCluster.StepLimit).TotalSeconds:0} s.");
        }
        catch (Exception exception) when (exception is WebSocketException or JsonException or HttpOperationException)
        {
            // What the client makes of a kubelet that cannot be reached, or that goes away in the middle of the conversation.
            throw new InvalidOperationException($"'{command}' could not be run in the pod {pod}, or nobody said how it ended: {exception.Message}", exception);
        }

        var printed = result.Output.TrimEnd();
        evidence.Note(printed);
        var exitCode = result.ExitCode.ToString(CultureInfo.InvariantCulture);
        var wantedCode = Cell(row, "exit code") ?? "0";
        Assert.True(
            exitCode == wantedCode,
            $"'{command}' in the pod {pod} ended with exit code {exitCode}, expected {wantedCode}. It printed '{printed}' and said '{result.Error.Trim()}'.");
        if (row.TryGetValue("prints", out var cell))
        {
            var wanted = await ExpandAsync(pod, cell);
            Assert.True(printed == wanted, $"'{command}' in the pod {pod} printed '{printed}', expected '{wanted}'. It said '{result.Error.Trim()}'.");
        }

        return result;
    }

    private async Task<string> ExpandAsync(string name, string text)
    {
        text = cluster.Expand(text);
        if (!Field().IsMatch(text))
        {
            return text;
        }

        var path = (await cluster.Api.ResourceOfKindAsync("Pod", cluster.Limit)).PathOf(cluster.Namespace, name);
        var pod = await cluster.Api.GetAsync(path, cluster.Limit);
        return Field().Replace(text, match => FieldPath.Read(pod, match.Groups["field"].Value)
            ?? throw new FormatException($"The pod {name} has no field {match.Groups["field"].Value}."));
    }
}
