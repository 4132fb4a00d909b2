using Estaleiro.Clusters.Waiting;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using k8s.Models;

namespace Estaleiro.Steps.Workloads;

/// <summary>The pods of a scenario that talk to each other.</summary>
public sealed class NetworkPods(ScenarioCluster cluster, EvidenceLog evidence, Names names)
{
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["echo server"] = "echoserver-pod.yaml",
        ["echo server by UDP"] = "echoserver-udp-pod.yaml",
        ["echo server in the node's network"] = "echoserver-host-pod.yaml",
        ["serve-hostname"] = "serve-hostname-pod.yaml",
        ["toolbox"] = "toolbox-pod.yaml",
    };

    private readonly Dictionary<string, V1Pod> pods = new(StringComparer.Ordinal);
    private bool hasEchoScript;

    /// <summary>The names of those that were started here.</summary>
    public IReadOnlyCollection<string> Started => pods.Keys;

    /// <summary>Starts pods, all at once, and returns when all are Ready.</summary>
    /// <param name="wanted">Each pod's name, what runs in it, and its node.</param>
    /// <exception cref="FormatException">There is no such workload.</exception>
    public async Task StartAsync(IEnumerable<(string Name, string Runs, string Node)> wanted)
    {
        var all = wanted.ToArray();
        foreach (var (name, runs, node) in all)
        {
            var file = Files.GetValueOrDefault(runs) ?? throw new FormatException($"Nothing is called '{runs}'. Known are {string.Join(", ", Files.Keys)}.");
            if (runs.StartsWith("echo server", StringComparison.Ordinal) && !hasEchoScript)
            {
                hasEchoScript = true;
                await ApplyAsync([await WorkloadFiles.ReadScriptAsync("echoserver", "echoserver/echoserver.sh", cluster.Limit)]);
            }

            await ApplyAsync(await WorkloadFiles.ReadManifestAsync(file, cluster.Limit, ("NAME", name), ("NODE", node)));
        }

        foreach (var (name, _, _) in all)
        {
            evidence.Kubectl($"wait -n {cluster.Namespace} pod/{name} --for=condition=Ready");
            pods[name] = await cluster.Await().One<V1Pod>(name, cluster.Namespace).FailFast()
                .UntilAsync(pod => pod.IsReady(), $"pod {name} to be Ready", ScenarioCluster.StepLimit, cluster.Limit);
            PodNames.GiveAddress(names, name, pods[name]);
        }
    }

    private async Task ApplyAsync(IEnumerable<System.Text.Json.Nodes.JsonObject> manifests)
    {
        foreach (var manifest in manifests)
        {
            evidence.Kubectl($"apply -n {cluster.Namespace} -f - # {manifest["kind"]} {manifest["metadata"]!["name"]}");
            await cluster.Api.ApplyAsync(WorkloadImages.Resolve(manifest, cluster.Cluster), cluster.Namespace, cluster.Limit);
        }
    }
}
