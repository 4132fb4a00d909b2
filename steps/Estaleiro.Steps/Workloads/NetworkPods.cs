using System.Text.RegularExpressions;
using Estaleiro.Clusters.Waiting;
using Estaleiro.Steps.Evidences;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using k8s;
using k8s.Models;

namespace Estaleiro.Steps.Workloads;

/// <summary>The pods of a scenario that talk to each other, and everybody's address by the words that specs use for it.</summary>
public sealed partial class NetworkPods(ScenarioCluster cluster, EvidenceLog evidence, Names names)
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
            pods[name] = await cluster.Cluster.Await().One<V1Pod>(name, cluster.Namespace)
                .UntilAsync(pod => pod.IsReady(), $"pod {name} to be Ready", ScenarioCluster.StepLimit, cluster.Limit);
            PodNames.GiveAddress(names, name, pods[name]);
        }
    }

    /// <summary>A pod's address, also of one that the scenario made by a manifest: that one is waited for.</summary>
    public async Task<string> AddressOfAsync(string name)
    {
        if (!pods.TryGetValue(name, out var pod))
        {
            pod = await cluster.Cluster.Await().One<V1Pod>(name, cluster.Namespace)
                .UntilAsync(found => found.Status?.PodIP is { Length: > 0 }, $"pod {name} to have an address", ScenarioCluster.StepLimit, cluster.Limit);
            PodNames.GiveAddress(names, name, pod);
        }

        return pod.Status.PodIP;
    }

    /// <summary>
    /// The text with values in place of <c>{namespace}</c>, <c>{ip of pod NAME}</c>, <c>{ip of service NAME}</c>, <c>{ip of NODE}</c> and
    /// <c>{node port of NAME}</c>.
    /// </summary>
    public async Task<string> FillInAsync(string text)
    {
        text = cluster.Expand(text);
        foreach (var match in Placeholder().Matches(text).Reverse())
        {
            var name = match.Groups["name"].Value;
            var value = match.Groups["what"].Value switch
            {
                "ip of pod" => await AddressOfAsync(name),
                "ip of service" => await AddressOfServiceAsync(name),
                "node port of" => await NodePortAsync(name),
                _ => AddressOfNode(name),
            };
            text = text.Remove(match.Index, match.Length).Insert(match.Index, value);
        }

        return text;
    }

    [GeneratedRegex(@"\{(?<what>ip of pod|ip of service|ip of|node port of) (?<name>[a-z0-9-]+)\}")]
    private static partial Regex Placeholder();

    private string AddressOfNode(string name) =>
        cluster.Cluster.Nodes.FirstOrDefault(node => node.Name == name)?.Address
        ?? throw new FormatException($"There is no node '{name}'. Known are {string.Join(", ", cluster.Cluster.Nodes.Select(node => node.Name))}.");

    private async Task<string> AddressOfServiceAsync(string name)
    {
        var service = await cluster.Cluster.Client.CoreV1.ReadNamespacedServiceAsync(name, cluster.Namespace, cancellationToken: cluster.Limit);
        names.Give(service.Spec.ClusterIP, $"cluster ip of {name}");
        return service.Spec.ClusterIP;
    }

    private async Task<string> NodePortAsync(string name)
    {
        var service = await cluster.Cluster.Client.CoreV1.ReadNamespacedServiceAsync(name, cluster.Namespace, cancellationToken: cluster.Limit);
        var port = $"{service.Spec.Ports[0].NodePort}";
        names.Give(port, $"node port of {name}");
        return port;
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
