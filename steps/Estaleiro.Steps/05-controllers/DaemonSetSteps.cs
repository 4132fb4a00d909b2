using Estaleiro.Clusters.Waiting;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using k8s.Models;

namespace Estaleiro.Steps.Bindings;

/// <summary>Pods that belong to nodes.</summary>
[Binding]
public sealed class DaemonSetSteps(ScenarioCluster cluster, EvidenceLog evidence, Outcome outcome, Names names)
{
    /// <summary>Nodes that others add while the scenario runs, and that no kubelet serves, are left aside.</summary>
    [Given("the DaemonSet {string} comes to have one pod on each of these nodes, and on no other:")]
    [Then("the DaemonSet {string} comes to have one pod on each of these nodes, and on no other:")]
    public async Task ComesToHaveAPodOnEach(string name, DataTable expected)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} pods -o wide --watch");
        (string Node, string Pod)[] wanted = [.. expected.Rows.Select(row => (cluster.Expand(row["node"]), row["pod"]))];
        var known = wanted.Select(one => one.Node).Concat(cluster.Cluster.Nodes.Select(node => node.Name)).ToHashSet(StringComparer.Ordinal);
        var found = await cluster.Await().Pods(cluster.Namespace).UntilAsync(
            pods => pods
                .Where(IsKnown)
                .Select(pod => (pod.Spec.NodeName, pod.IsReady() ? "Ready" : "bound"))
                .Order()
                .SequenceEqual(wanted.Order()),
            $"pods of the DaemonSet {name}: {string.Join(", ", wanted.Select(one => $"{one.Pod} on {one.Node}"))}, and no other",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        foreach (var row in expected.Rows)
        {
            names.Give(cluster.Expand(row["node"]), row["node"]);
        }

        outcome.Add(
            $"DaemonSet {name}",
            PodTable.Of(found.Where(IsKnown).OrderBy(pod => pod.Spec.NodeName, StringComparer.Ordinal).Select(pod => ($"on {pod.Spec.NodeName}", pod))));

        bool IsKnown(V1Pod pod) => IsOf(pod, name) && pod.Spec.NodeName is { } node && known.Contains(node);
    }

    private static bool IsOf(V1Pod pod, string name) =>
        pod.Metadata.DeletionTimestamp is null
        && pod.Metadata.OwnerReferences is { } owners && owners.Any(owner => owner.Kind == "DaemonSet" && owner.Name == name);
}
