using System.Text.Json.Nodes;
using Estaleiro.Steps.HollowNodes;

namespace Estaleiro.Steps.Workloads;

/// <summary>Makes a whole pod of the few lines of its spec that a scenario is about.</summary>
public static class PodTemplate
{
    /// <summary>
    /// The pod. It is labelled <c>app</c>, has a toolbox container that sleeps where the spec names none, and, for a pool of hollow nodes,
    /// the node selector and toleration that keep it in the pool, and no grace period: there is no kubelet to end it.
    /// </summary>
    /// <param name="name">The pod's name.</param>
    /// <param name="app">The value of its label <c>app</c>.</param>
    /// <param name="spec">The lines that matter; they are kept as they are. Consumed.</param>
    /// <param name="pool">The pool of hollow nodes, or null for a pod that runs.</param>
    public static JsonObject Fill(string name, string app, JsonObject spec, string? pool)
    {
        var containers = spec["containers"] as JsonArray ?? [];
        spec["containers"] = containers;
        if (containers.Count == 0)
        {
            containers.Add(new JsonObject());
        }

        foreach (var container in containers.OfType<JsonObject>())
        {
            container.TryAdd("name", app);
            container.TryAdd("image", WorkloadImages.Toolbox);
            container.TryAdd("command", new JsonArray("sleep", "infinity"));
        }

        if (pool is not null)
        {
            spec.TryAdd("terminationGracePeriodSeconds", 0);
            spec.TryAdd("nodeSelector", new JsonObject());
            spec["nodeSelector"]![HollowNode.PoolKey] = pool;
            spec.TryAdd("tolerations", new JsonArray());
            spec["tolerations"]!.AsArray().Add(new JsonObject { ["key"] = HollowNode.PoolKey, ["operator"] = "Exists", ["effect"] = "NoSchedule" });
        }

        return new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Pod",
            ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = new JsonObject { ["app"] = app } },
            ["spec"] = spec,
        };
    }
}
