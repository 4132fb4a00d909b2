using k8s.Models;

namespace Estaleiro.Steps.HollowNodes;

/// <summary>A node that is an object only: no machine, no kubelet. The scheduler binds pods to it, and they never run.</summary>
/// <param name="Name">What the spec calls it.</param>
/// <param name="Labels">Its labels, zone included.</param>
/// <param name="Taints">Its taints as kubectl writes them: <c>key=value:Effect</c>.</param>
/// <param name="Resources">What it offers, by resource name.</param>
public sealed record HollowNode(
    string Name,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyList<string> Taints,
    IReadOnlyDictionary<string, string> Resources)
{
    /// <summary>The label, taint and toleration that keep a pool's pods on its nodes and everybody else's off them.</summary>
    public const string PoolKey = "estaleiro.io/pool";

    /// <summary>The label that zone rules look at (https://kubernetes.io/docs/reference/labels-annotations-taints/#topologykubernetesiozone).</summary>
    public const string ZoneLabel = "topology.kubernetes.io/zone";

    private static readonly Dictionary<string, string> Defaults = new(StringComparer.Ordinal)
    {
        ["cpu"] = "4",
        ["memory"] = "8Gi",
        ["pods"] = "110",
    };

    /// <summary>The node as the API server stores it. A Node's status may be given when it is created, unlike other kinds'.</summary>
    /// <param name="name">Its name in the cluster.</param>
    /// <param name="pool">The pool it is part of.</param>
    /// <param name="owner">What it goes with, should the scenario never come to delete it.</param>
    public V1Node ToNode(string name, string pool, V1OwnerReference owner)
    {
        var resources = Defaults.ToDictionary(pair => pair.Key, pair => new ResourceQuantity(pair.Value), StringComparer.Ordinal);
        foreach (var (resource, quantity) in Resources)
        {
            resources[resource] = new ResourceQuantity(quantity);
        }

        return new V1Node
        {
            ApiVersion = "v1",
            Kind = "Node",
            Metadata = new V1ObjectMeta
            {
                Name = name,
                OwnerReferences = [owner],
                Labels = new Dictionary<string, string>(Labels, StringComparer.Ordinal)
                {
                    [PoolKey] = pool,
                    ["kubernetes.io/hostname"] = name,
                    ["kubernetes.io/os"] = "linux",
                },
            },
            Spec = new V1NodeSpec { Taints = [ParseTaint($"{PoolKey}={pool}:NoSchedule"), .. Taints.Select(ParseTaint)] },

            // No address: whoever routes to nodes or watches their kubelets leaves it alone.
            Status = new V1NodeStatus
            {
                Capacity = resources,
                Allocatable = resources,
                Conditions =
                [
                    Condition("Ready", "True", "KubeletReady"),
                    Condition("MemoryPressure", "False", "KubeletHasSufficientMemory"),
                    Condition("DiskPressure", "False", "KubeletHasNoDiskPressure"),
                    Condition("PIDPressure", "False", "KubeletHasSufficientPID"),
                ],
            },
        };
    }

    /// <summary>A taint as kubectl writes it.</summary>
    /// <exception cref="FormatException">It is not <c>key=value:Effect</c> or <c>key:Effect</c>.</exception>
    public static V1Taint ParseTaint(string text)
    {
        var parts = text.Split(':');
        if (parts is not [{ Length: > 0 } keyAndValue, "NoSchedule" or "PreferNoSchedule" or "NoExecute"])
        {
            throw new FormatException($"'{text}' is no taint. Write key=value:Effect, with the effect NoSchedule, PreferNoSchedule or NoExecute.");
        }

        var pair = keyAndValue.Split('=', 2);
        return new V1Taint { Key = pair[0], Value = pair.Length == 2 ? pair[1] : null, Effect = parts[1] };
    }

    private static V1NodeCondition Condition(string type, string status, string reason) => new()
    {
        Type = type,
        Status = status,
        Reason = reason,
        Message = "a hollow node",
        LastHeartbeatTime = DateTime.UtcNow,
        LastTransitionTime = DateTime.UtcNow,
    };
}
