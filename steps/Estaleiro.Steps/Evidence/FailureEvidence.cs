using System.Globalization;
using System.Text;
using Estaleiro.Api;
using Estaleiro.Clusters;
using Estaleiro.Clusters.ProxyRules;
using Estaleiro.Contract;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace Estaleiro.Steps.Evidence;

/// <summary>What the scenario's folder of the report holds after a failure: events, objects, pod and component logs, the nodes' routes and kube-proxy's rules, secrets masked.</summary>
public sealed class FailureEvidence(ScenarioCluster cluster, EvidenceLog evidence)
{
    private const int LogLines = 200;

    /// <summary>How long the API server may take, and how long the nodes, before scaling.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>The maximum of a container's log in bytes: its lines may be of any length.</summary>
    private const int LogBytes = 1_000_000;

    private static readonly string[] Components =
        ["etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet", "kube-proxy", "dns", "ingress", "haproxy"];

    /// <summary>Gathers what there is. What cannot be had is noted in its place: gathering never hides the failure it explains.</summary>
    public async Task GatherAsync()
    {
        NoteStandstills();

        // An API server that gives no answer must not use up the time for the nodes, whose logs tell why.
        using (var limit = new CancellationTokenSource(SpecRun.Current.Scale(Limit)))
        {
            await KeepAsync(EvidenceNames.Events, EventsAsync, limit.Token);
            await KeepAsync(EvidenceNames.Objects, ObjectsAsync, limit.Token);
            await KeepAsync("pod-logs.txt", PodLogsAsync, limit.Token);
        }

        using var nodes = new CancellationTokenSource(SpecRun.Current.Scale(Limit));
        foreach (var component in Components)
        {
            await KeepAsync($"{component}.log", token => cluster.Cluster.ReadComponentLogAsync(component, LogLines, token), nodes.Token);
        }

        if (cluster.IsAcquired && cluster.Cluster.Capabilities.Has(Capability.NodeAccess))
        {
            foreach (var node in cluster.Cluster.Nodes)
            {
                await KeepAsync($"network-of-{node.Name}.txt", token => NetworkAsync(node, token), nodes.Token);
            }
        }
    }

    /// <summary>What happened while the kit itself stood still it may have seen too late: that is no fault of the cluster.</summary>
    private void NoteStandstills()
    {
        var standstills = SpecRun.Current.Standstills.Since(cluster.Began);
        if (standstills.Count > 0)
        {
            var times = standstills.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Length.TotalSeconds:0.0} s until {one.Until:HH:mm:ss}"));
            evidence.Note(
                $"Meanwhile the kit itself did not get to run: {string.Join(", ", times)}. "
                + "This machine has too much to do, or was halted: try fewer features at a time (--parallel) or longer limits (--timeout-scale).");
        }
    }

    private async Task KeepAsync(string name, Func<CancellationToken, Task<string>> read, CancellationToken cancellationToken)
    {
        try
        {
            if (await read(cancellationToken) is { Length: > 0 } content)
            {
                await evidence.AttachAsync(name, content, CancellationToken.None);
            }
        }
        catch (Exception exception)
        {
            evidence.Note($"No {name}: {exception.Message}");
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
        return string.Join('\n', events.Items.OrderBy(LastTime).Select(Describe));
    }

    private static string Describe(Corev1Event entry) => string.Create(
        CultureInfo.InvariantCulture,
        $"{LastTime(entry):HH:mm:ss} {entry.Type} {entry.Reason} {entry.InvolvedObject.Kind}/{entry.InvolvedObject.Name}: {entry.Message.ReplaceLineEndings(" ")}{Times(entry)}");

    /// <summary>
    /// When it was seen last. Which of its times an event has depends on who wrote it: by the older API first, last and count, by the newer one
    /// its own and, should it come again, a series.
    /// </summary>
    private static DateTime? LastTime(Corev1Event entry) =>
        entry.Series?.LastObservedTime ?? entry.LastTimestamp ?? entry.EventTime ?? entry.FirstTimestamp ?? entry.Metadata.CreationTimestamp;

    private static string Times(Corev1Event entry) => (entry.Series?.Count ?? entry.Count) is > 1 and var count
        ? string.Create(CultureInfo.InvariantCulture, $" ({count} times since {entry.FirstTimestamp ?? entry.EventTime ?? entry.Metadata.CreationTimestamp:HH:mm:ss})")
        : "";

    /// <summary>Owners before what they own. A kind that cannot be listed hides no other.</summary>
    private async Task<string> ObjectsAsync(CancellationToken cancellationToken)
    {
        var (core, apps, jobs, ns) = (cluster.Cluster.Client.CoreV1, cluster.Cluster.Client.AppsV1, cluster.Cluster.Client.BatchV1, cluster.Namespace);
        var text = new StringBuilder();
        await AddAsync<V1Deployment>(async () => (await apps.ListNamespacedDeploymentAsync(ns, cancellationToken: cancellationToken)).Items);
        await AddAsync<V1ReplicaSet>(async () => (await apps.ListNamespacedReplicaSetAsync(ns, cancellationToken: cancellationToken)).Items);
        await AddAsync<V1StatefulSet>(async () => (await apps.ListNamespacedStatefulSetAsync(ns, cancellationToken: cancellationToken)).Items);
        await AddAsync<V1DaemonSet>(async () => (await apps.ListNamespacedDaemonSetAsync(ns, cancellationToken: cancellationToken)).Items);
        await AddAsync<V1Job>(async () => (await jobs.ListNamespacedJobAsync(ns, cancellationToken: cancellationToken)).Items);
        await AddAsync<V1ReplicationController>(async () => (await core.ListNamespacedReplicationControllerAsync(ns, cancellationToken: cancellationToken)).Items);
        await AddAsync<V1Pod>(async () => (await core.ListNamespacedPodAsync(ns, cancellationToken: cancellationToken)).Items);
        await AddAsync<V1Service>(async () => (await core.ListNamespacedServiceAsync(ns, cancellationToken: cancellationToken)).Items);
        await AddAsync<V1Node>(async () => (await core.ListNodeAsync(cancellationToken: cancellationToken)).Items);
        return text.ToString();

        async Task AddAsync<T>(Func<Task<IList<T>>> list)
            where T : IKubernetesObject<V1ObjectMeta>
        {
            var kind = ApiResource.Of<T>();
            try
            {
                foreach (var item in await list())
                {
                    // Items of a list come without their kind.
                    (item.ApiVersion, item.Kind) = (kind.ApiVersion, kind.Kind);
                    item.Metadata.ManagedFields = null;
                    text.Append("---\n").Append(KubernetesYaml.Serialize(item)).Append('\n');
                }
            }
            catch (HttpOperationException exception)
            {
                text.Append($"# {kind.Plural} could not be read: {exception.Message.ReplaceLineEndings(" ")}\n");
            }
        }
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
                    pod.Metadata.Name, cluster.Namespace, container: container, tailLines: LogLines, limitBytes: LogBytes, cancellationToken: cancellationToken);
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
