using System.Globalization;
using Estaleiro.Steps.Outcomes;
using k8s.Models;

namespace Estaleiro.Steps.Workloads;

/// <summary>
/// Gives pods whose names have hashes the names that specs call them by: <c>web-1</c>, <c>web-2</c>, in the order of their nodes.
/// A StatefulSet's pods have names of their own and keep them.
/// </summary>
public static class PodNames
{
    private const string OwnNameLabel = "statefulset.kubernetes.io/pod-name";

    /// <summary>Names the pods of one owner, their addresses too, and returns them with their names in order.</summary>
    public static IReadOnlyList<(string Name, V1Pod Pod)> Give(Names names, string owner, IEnumerable<V1Pod> pods)
    {
        var ordered = pods
            .OrderBy(pod => pod.Spec.NodeName, StringComparer.Ordinal)
            .ThenBy(pod => pod.Metadata.CreationTimestamp)
            .ThenBy(pod => pod.Metadata.Name, StringComparer.Ordinal);
        return
        [
            .. ordered.Select((pod, index) =>
            {
                var name = pod.Metadata.Labels?.ContainsKey(OwnNameLabel) is true
                    ? pod.Metadata.Name
                    : names.Give(pod.Metadata.Name, string.Create(CultureInfo.InvariantCulture, $"{owner}-{index + 1}"));
                GiveAddress(names, name, pod);
                return (name, pod);
            }),
        ];
    }

    /// <summary>Names a pod's address by the pod.</summary>
    public static void GiveAddress(Names names, string name, V1Pod pod)
    {
        if (pod.Status?.PodIP is { Length: > 0 } address)
        {
            names.Give(address, $"ip of {name}");
        }
    }
}
