using System.Text;
using Estaleiro.Clusters;
using Estaleiro.Clusters.ProxyRules;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using k8s;
using k8s.Models;

namespace Estaleiro.Steps.Evidences;

/// <summary>What the scenario's folder of the report holds after a failure: events, objects, pod and component logs, the nodes' routes and kube-proxy's rules, secrets masked.</summary>
public sealed class FailureEvidence(ScenarioCluster cluster, EvidenceLog evidence)
{
    private const int LogLines = 200;

    private static readonly string[] Components =
        ["etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet", "kube-proxy", "dns", "ingress", "haproxy"];

    /// <summary>Gathers what there is. What cannot be had is noted in its place: gathering never hides the failure it explains.</summary>
    public async Task GatherAsync()
    {
        using var limit = new CancellationTokenSource(SpecRun.Current.Scale(TimeSpan.FromSeconds(20)));
        await KeepAsync("events.txt", EventsAsync, limit.Token);
        await KeepAsync("objects.yaml", ObjectsAsync, limit.Token);
        await KeepAsync("pod-logs.txt", PodLogsAsync, limit.Token);
        foreach (var component in Components)
        {
            await KeepAsync($"{component}.log", token => cluster.Cluster.ReadComponentLogAsync(component, LogLines, token), limit.Token);
        }

        if (cluster.IsAcquired && cluster.Cluster.Capabilities.Has(Capability.NodeAccess))
        {
            foreach (var node in cluster.Cluster.Nodes)
            {
                await KeepAsync($"network-of-{node.Name}.txt", token => NetworkAsync(node, token), limit.Token);
            }
        }
    }

    private async Task KeepAsync(string name, Func<CancellationToken, Task<string>> read, CancellationToken cancellationToken)
    {
        string content;
        try
        {
            content = await read(cancellationToken);
        }
        catch (Exception exception)
        {
            content = $"could not be read: {exception.Message}";
        }

        if (content.Length > 0)
        {
            await evidence.AttachAsync(name, content, CancellationToken.None);
        }
    }

    private static async Task<string> NetworkAsync(IClusterNode node, CancellationToken cancellationToken)
    {
        var routes = await node.ExecuteAsync(["ip", "-4", "route"], cancellationToken);
        var rules = await node.ExecuteAsync(NodeRules.Command, cancellationToken);
        return $"{routes.Output}{routes.Error}\n{rules.Output}{rules.Error}";
    }

    private async Task<string> EventsAsync(CancellationToken cancellationToken)
    {
        var events = await cluster.Cluster.Client.CoreV1.ListNamespacedEventAsync(cluster.Namespace, cancellationToken: cancellationToken);
        var lines = events.Items
            .OrderBy(entry => entry.LastTimestamp ?? entry.EventTime)
            .Select(entry => $"{entry.LastTimestamp ?? entry.EventTime:HH:mm:ss} {entry.Type} {entry.Reason} {entry.InvolvedObject.Kind}/{entry.InvolvedObject.Name}: {entry.Message}");
        return string.Join('\n', lines);
    }

    private async Task<string> ObjectsAsync(CancellationToken cancellationToken)
    {
        var client = cluster.Cluster.Client;
        var pods = await client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, cancellationToken: cancellationToken);
        var services = await client.CoreV1.ListNamespacedServiceAsync(cluster.Namespace, cancellationToken: cancellationToken);
        var deployments = await client.AppsV1.ListNamespacedDeploymentAsync(cluster.Namespace, cancellationToken: cancellationToken);
        var nodes = await client.CoreV1.ListNodeAsync(cancellationToken: cancellationToken);
        IEnumerable<IKubernetesObject<V1ObjectMeta>> all = [.. deployments.Items, .. pods.Items, .. services.Items, .. nodes.Items];
        var text = new StringBuilder();
        foreach (var item in all)
        {
            item.Metadata.ManagedFields = null;
            text.Append("---\n").Append(KubernetesYaml.Serialize(item)).Append('\n');
        }

        return text.ToString();
    }

    private async Task<string> PodLogsAsync(CancellationToken cancellationToken)
    {
        var client = cluster.Cluster.Client;
        var pods = await client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, cancellationToken: cancellationToken);
        var text = new StringBuilder();
        foreach (var (pod, container) in pods.Items.SelectMany(pod => pod.Spec.Containers.Select(container => (pod, container.Name))))
        {
            text.Append($"==> {pod.Metadata.Name}/{container} <==\n");
            try
            {
                await using var log = await client.CoreV1.ReadNamespacedPodLogAsync(
                    pod.Metadata.Name, cluster.Namespace, container: container, tailLines: LogLines, cancellationToken: cancellationToken);
                using var reader = new StreamReader(log);
                text.Append(await reader.ReadToEndAsync(cancellationToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                text.Append($"(no log: {exception.Message})\n");
            }
        }

        return text.ToString();
    }
}
