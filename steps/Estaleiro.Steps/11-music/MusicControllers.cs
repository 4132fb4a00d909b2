using System.Text.Json.Nodes;
using Estaleiro.AddOns.Music;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;

namespace Estaleiro.Steps.Music;

/// <summary>The controllers of a scenario, by the names that the scenario gives them. They end with it, and no Music is left waiting for them.</summary>
public sealed class MusicControllers(ScenarioCluster cluster, EvidenceLog evidence)
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, RunningMusicController> known = new(StringComparer.Ordinal);
    private readonly List<(string Name, RunningMusicController Controller)> all = [];

    /// <summary>The controller of that name, also one that has stopped.</summary>
    /// <exception cref="ArgumentException">None was started.</exception>
    public RunningMusicController this[string name] =>
        known.TryGetValue(name, out var controller) ? controller : throw new ArgumentException($"No Music controller '{name}' was started.");

    /// <summary>Starts one; one that was stopped starts anew and remembers nothing.</summary>
    /// <param name="name">Who stands for election.</param>
    /// <param name="lease">How long it is waited for when it is not heard of.</param>
    public async Task StartAsync(string name, TimeSpan lease)
    {
        if (all.Count == 0)
        {
            cluster.AtEnd(EndAsync);
        }

        known[name] = await RunningMusicController.StartAsync(cluster, name, lease, Path.Combine(evidence.OpenFolder(), name));
        all.Add((name, known[name]));
    }

    /// <summary>Keeps what the controllers said.</summary>
    public async Task AttachLogsAsync()
    {
        foreach (var (name, controller) in all)
        {
            await evidence.AttachAsync($"music-controller-{name}.log", controller.Log, CancellationToken.None);
        }
    }

    private async Task EndAsync()
    {
        foreach (var (_, controller) in all)
        {
            await controller.DisposeAsync();
        }

        // Nobody is left who would: the namespace could never go.
        using var limit = new CancellationTokenSource(SpecRun.Current.Scale(EndLimit));
        var collection = $"/apis/estaleiro.io/v1/namespaces/{cluster.Namespace}/musics";
        var list = await cluster.Api.SendAsync(HttpMethod.Get, collection, null, MediaTypes.Json, limit.Token);
        foreach (var item in (list.Body["items"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (FieldPath.Read(item, "metadata.finalizers")?.Contains(MusicController.Finalizer, StringComparison.Ordinal) ?? false)
            {
                var path = $"{collection}/{FieldPath.Read(item, "metadata.name")}";
                await cluster.Api.SendAsync(HttpMethod.Patch, path, """{"metadata":{"finalizers":null}}""", MediaTypes.MergePatch, limit.Token);
            }
        }
    }
}
