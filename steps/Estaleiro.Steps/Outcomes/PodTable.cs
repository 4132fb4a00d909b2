using System.Text.Json.Nodes;
using k8s;
using k8s.Models;

namespace Estaleiro.Steps.Outcomes;

/// <summary>Pods as an outcome tells of them: where each runs, whose it is, and how it is.</summary>
public static class PodTable
{
    /// <summary>The pods, by the names that specs call them by.</summary>
    public static OutcomeTable Of(params IEnumerable<(string Name, V1Pod Pod)> pods)
    {
        var table = new OutcomeTable("pod", "node", "owner", "conditions", "containers", "quality of service");
        foreach (var (name, pod) in pods)
        {
            var found = JsonNode.Parse(KubernetesJson.Serialize(pod))!.AsObject();
            var owner = pod.Metadata.OwnerReferences?.FirstOrDefault(one => one.Controller == true)?.Kind ?? "none";
            table.Add(name, pod.Spec.NodeName ?? "none", owner, ObjectState.ConditionsLine("Pod", found), Containers(pod), pod.Status.QosClass);
        }

        return table;
    }

    private static string Containers(V1Pod pod) => string.Join(
        ", ",
        (pod.Status.ContainerStatuses ?? []).OrderBy(container => container.Name, StringComparer.Ordinal)
            .Select(container => $"{container.Name} {State(container)}{(container.RestartCount > 0 ? ", restarted" : "")}"));

    private static string State(V1ContainerStatus container) => container.State switch
    {
        { Running: not null } => container.Ready ? "ready" : "running",
        { Terminated: { } ended } => $"ended ({ended.Reason})",
        { Waiting: { } waiting } => $"waiting ({waiting.Reason})",
        _ => "unknown",
    };
}
