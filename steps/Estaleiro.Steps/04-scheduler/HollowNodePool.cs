using System.Net;
using System.Text.Json.Nodes;
using Estaleiro.Clusters.Sweeping;
using Estaleiro.Clusters.Waiting;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace Estaleiro.Steps.HollowNodes;

/// <summary>
/// The hollow nodes of one scenario. Their names begin with the scenario's namespace, their leases are kept fresh in place of a kubelet's,
/// and label and taint keep other scenarios' pods away. They go at the scenario's end; should the process die, with the namespace that owns them.
/// </summary>
public sealed class HollowNodePool(ScenarioCluster cluster, Names names) : IDisposable
{
    private const string MarkKey = "estaleiro.io/changed";

    private const string LeaseNamespace = "kube-node-lease";

    /// <summary>The node lifecycle controller gives a node 40 s without a renewal before it calls it NotReady; a kubelet renews each 10 s.</summary>
    private static readonly TimeSpan RenewInterval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan RemovalLimit = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, HollowNode> nodes = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource ending = new();
    private readonly Lock gate = new();
    private Task renewing = Task.CompletedTask;

    /// <summary>Whether the scenario has no hollow nodes.</summary>
    public bool IsEmpty => nodes.Count == 0;

    /// <summary>The value of <see cref="HollowNode.PoolKey"/> on the scenario's nodes.</summary>
    public string Pool => cluster.Namespace;

    /// <summary>A node's name in the cluster.</summary>
    /// <exception cref="ArgumentException">The scenario has no hollow node of that name.</exception>
    public string FullName(string node) =>
        nodes.Keys.SingleOrDefault(full => full == NameOf(node))
        ?? throw new ArgumentException($"The scenario has no hollow node '{node}': it has {string.Join(", ", nodes.Values.Select(known => known.Name))}.");

    /// <summary>What a spec calls the node, or the zone that the node is in.</summary>
    /// <param name="fullName">The node's name in the cluster.</param>
    /// <param name="topology"><c>node</c> or <c>zone</c>.</param>
    public string Describe(string fullName, string topology) =>
        !nodes.TryGetValue(fullName, out var node) ? fullName
        : topology == "zone" ? node.Labels.GetValueOrDefault(HollowNode.ZoneLabel, "no zone")
        : node.Name;

    /// <summary>Adds nodes and returns when the node lifecycle controller has taken their not-ready taint away, and the scheduler knows of it.</summary>
    /// <exception cref="AwaitException">One of them did not: the controller manager or the scheduler does not work.</exception>
    public async Task JoinAsync(IReadOnlyList<HollowNode> joining)
    {
        var client = cluster.Cluster.Client;
        var owner = await client.CoreV1.ReadNamespaceAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        if (IsEmpty)
        {
            cluster.AtEnd(RemoveAsync);
            renewing = KeepFreshAsync();
        }

        foreach (var node in joining)
        {
            var name = NameOf(node.Name);
            names.Give(name, node.Name);
            lock (gate)
            {
                nodes.Add(name, node);
            }

            var body = node.ToNode(name, Pool, new V1OwnerReference { ApiVersion = "v1", Kind = "Namespace", Name = cluster.Namespace, Uid = owner.Metadata.Uid });
            body.Metadata.Labels[ResourceLabels.Run] = cluster.Cluster.RunId;
            body.Metadata.Annotations = new Dictionary<string, string> { [ResourceLabels.Owner] = ResourceLabels.CurrentOwner };
            var created = await client.CoreV1.CreateNodeAsync(body, cancellationToken: cluster.Limit);
            await client.CoordinationV1.CreateNamespacedLeaseAsync(Lease(created), LeaseNamespace, cancellationToken: cluster.Limit);
        }

        await UntilAsync(
            found => found.Count == nodes.Count && found.All(node => !HasTaint(node, "node.kubernetes.io/not-ready")),
            $"the {nodes.Count} hollow nodes to lose the not-ready taint that every new node has");
        await UntilTheSchedulerKnowsAsync(joining[^1].Name);
    }

    /// <summary>Gives a node a label, and returns when the scheduler knows of it.</summary>
    public async Task LabelAsync(string node, string key, string value)
    {
        await PatchAsync(node, WithLabel(key, value));
        await UntilTheSchedulerKnowsAsync(node);
    }

    /// <summary>Adds a taint to a node, and returns when the scheduler knows of it.</summary>
    public async Task TaintAsync(string node, V1Taint taint)
    {
        var client = cluster.Cluster.Client;
        var current = await client.CoreV1.ReadNodeAsync(FullName(node), cancellationToken: cluster.Limit);
        current.Spec.Taints = [.. current.Spec.Taints ?? [], taint];
        await client.CoreV1.ReplaceNodeAsync(current, FullName(node), cancellationToken: cluster.Limit);
        await UntilTheSchedulerKnowsAsync(node);
    }

    /// <summary>Cordons a node, or takes that back, and returns when the node lifecycle controller has followed with its taint, and the scheduler knows of it.</summary>
    /// <exception cref="AwaitException">One of them did not.</exception>
    public async Task CordonAsync(string node, bool cordon)
    {
        await PatchAsync(node, new JsonObject { ["spec"] = new JsonObject { ["unschedulable"] = cordon } });
        await UntilAsync(
            found => found.Any(one => one.Metadata.Name == FullName(node) && HasTaint(one, "node.kubernetes.io/unschedulable") == cordon),
            $"the taint unschedulable {(cordon ? "on" : "gone from")} node {node}");
        await UntilTheSchedulerKnowsAsync(node);
    }

    /// <inheritdoc/>
    public void Dispose() => ending.Dispose();

    private static bool HasTaint(V1Node node, string key) => node.Spec.Taints?.Any(taint => taint.Key == key) ?? false;

    private static V1Lease Lease(V1Node node) => new()
    {
        Metadata = new V1ObjectMeta
        {
            Name = node.Metadata.Name,
            OwnerReferences = [new V1OwnerReference { ApiVersion = "v1", Kind = "Node", Name = node.Metadata.Name, Uid = node.Metadata.Uid }],
        },
        Spec = new V1LeaseSpec { HolderIdentity = node.Metadata.Name, LeaseDurationSeconds = 40, RenewTime = DateTime.UtcNow },
    };

    private static JsonObject WithLabel(string key, string value) =>
        new() { ["metadata"] = new JsonObject { ["labels"] = new JsonObject { [key] = value } } };

    private Task<V1Node> PatchAsync(string node, JsonObject patch) => cluster.Cluster.Client.CoreV1.PatchNodeAsync(
        new V1Patch(patch.ToJsonString(), V1Patch.PatchType.MergePatch), FullName(node), cancellationToken: cluster.Limit);

    /// <summary>
    /// The scheduler watches nodes and pods, each by itself: a pod may come to it before the node, as the API server already tells it, does. But it
    /// learns of nodes in the order in which they changed, so that a label written last, and a pod that wants nothing but this label, say when it is
    /// up to date.
    /// </summary>
    private async Task UntilTheSchedulerKnowsAsync(string node)
    {
        var pods = cluster.Cluster.Client.CoreV1;
        var mark = Guid.NewGuid().ToString("N")[..8];
        await PatchAsync(node, WithLabel(MarkKey, mark));
        var scout = new V1Pod
        {
            Metadata = new() { Name = $"scout-{mark}" },
            Spec = new()
            {
                NodeSelector = new Dictionary<string, string> { [MarkKey] = mark },
                Tolerations = [new() { OperatorProperty = "Exists" }],

                // Without a request the scheduler would count 100m and 200Mi for it.
                Containers = [new() { Name = "none", Image = "none", Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("0"), ["memory"] = new("0") } } }],
            },
        };
        await pods.CreateNamespacedPodAsync(scout, cluster.Namespace, cancellationToken: cluster.Limit);
        await cluster.Await().One<V1Pod>(scout.Metadata.Name, cluster.Namespace).UntilAsync(
            pod => pod.Spec.NodeName is not null, "the scheduler to know the hollow nodes as they are now", ScenarioCluster.StepLimit, cluster.Limit);
        await pods.DeleteNamespacedPodAsync(scout.Metadata.Name, cluster.Namespace, gracePeriodSeconds: 0, cancellationToken: cluster.Limit);
    }

    private string NameOf(string node) => $"{cluster.Namespace}-{node}";

    private async Task UntilAsync(Func<IReadOnlyList<V1Node>, bool> condition, string description) =>
        await cluster.Await().All<V1Node>(labelSelector: $"{HollowNode.PoolKey}={Pool}")
            .UntilAsync(condition, description, ScenarioCluster.StepLimit, cluster.Limit);

    /// <summary>The kubelet's share: a node whose lease ages would be tainted and emptied.</summary>
    private async Task KeepFreshAsync()
    {
        using var ticks = new PeriodicTimer(RenewInterval);
        try
        {
            while (await ticks.WaitForNextTickAsync(ending.Token))
            {
                foreach (var name in Joined())
                {
                    await RenewAsync(name);
                }
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The scenario is over.
        }
    }

    private async Task RenewAsync(string name)
    {
        var patch = new JsonObject { ["spec"] = new JsonObject { ["renewTime"] = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ") } };
        try
        {
            await cluster.Cluster.Client.CoordinationV1.PatchNamespacedLeaseAsync(
                new V1Patch(patch.ToJsonString(), V1Patch.PatchType.MergePatch), name, LeaseNamespace, cancellationToken: ending.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or HttpOperationException)
        {
            // Not made yet, or the API server is away for a moment: a kubelet tries again next time, too.
        }
    }

    private string[] Joined()
    {
        lock (gate)
        {
            return [.. nodes.Keys];
        }
    }

    private async Task RemoveAsync()
    {
        await ending.CancelAsync();
        await renewing;
        using var limit = new CancellationTokenSource(SpecRun.Current.Scale(RemovalLimit));
        var client = cluster.Cluster.Client;
        await UnlessGoneAsync(async () =>
        {
            // Nobody but a kubelet would finish a graceful deletion.
            var pods = await client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, cancellationToken: limit.Token);
            foreach (var pod in pods.Items.Where(pod => pod.Spec.NodeName is { } node && nodes.ContainsKey(node)))
            {
                await UnlessGoneAsync(() => client.CoreV1.DeleteNamespacedPodAsync(
                    pod.Metadata.Name, cluster.Namespace, gracePeriodSeconds: 0, cancellationToken: limit.Token));
            }
        });
        foreach (var name in nodes.Keys)
        {
            await UnlessGoneAsync(() => client.CoreV1.DeleteNodeAsync(name, cancellationToken: limit.Token));
            await UnlessGoneAsync(() => client.CoordinationV1.DeleteNamespacedLeaseAsync(name, LeaseNamespace, cancellationToken: limit.Token));
        }
    }

    /// <summary>What is gone already, or whose cluster is, need not be deleted.</summary>
    private static async Task UnlessGoneAsync(Func<Task> delete)
    {
        try
        {
            await delete();
        }
        catch (HttpOperationException exception) when (exception.Response.StatusCode == HttpStatusCode.NotFound)
        {
            // Gone.
        }
        catch (Exception exception) when (exception is HttpRequestException or ObjectDisposedException)
        {
            // The cluster does not answer: a scenario stopped it, or it was taken down.
        }
    }
}
