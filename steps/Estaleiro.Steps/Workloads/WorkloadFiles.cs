using System.Text.Json.Nodes;
using Estaleiro.Steps.Runs;

namespace Estaleiro.Steps.Workloads;

/// <summary>The manifests and scripts under <c>fixtures/workloads</c>.</summary>
public static class WorkloadFiles
{
    /// <summary>A manifest with its <c>${…}</c> filled in.</summary>
    public static async Task<IReadOnlyList<JsonObject>> ReadManifestAsync(
        string file, CancellationToken cancellationToken, params (string Name, string Value)[] values)
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(Repository.Workloads, file), cancellationToken);
        return Manifest.Parse(values.Aggregate(yaml, (text, value) => text.Replace($"${{{value.Name}}}", value.Value, StringComparison.Ordinal)));
    }

    /// <summary>A ConfigMap that holds one script.</summary>
    public static async Task<JsonObject> ReadScriptAsync(string name, string file, CancellationToken cancellationToken) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "ConfigMap",
        ["metadata"] = new JsonObject { ["name"] = name },
        ["data"] = new JsonObject
        {
            [Path.GetFileName(file)] = await File.ReadAllTextAsync(Path.Combine(Repository.Workloads, file), cancellationToken),
        },
    };
}
