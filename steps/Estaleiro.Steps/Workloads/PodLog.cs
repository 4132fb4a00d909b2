using Estaleiro.Steps.Scenarios;
using k8s;
using k8s.Models;

namespace Estaleiro.Steps.Workloads;

/// <summary>What containers print, as <c>kubectl logs</c> shows it.</summary>
public sealed class PodLog(ScenarioCluster cluster)
{
    /// <summary>Opens the log of a container that runs or has run, waiting for its start; read on, it follows until the container ends.</summary>
    /// <param name="pod">The pod.</param>
    /// <param name="container">The container, an init container too, or null for the pod's only one.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<StreamReader> FollowAsync(string pod, string? container, CancellationToken cancellationToken)
    {
        await cluster.Await().One<V1Pod>(pod, cluster.Namespace).UntilAsync(
            found => Statuses(found).Any(status => (container is null || status.Name == container) && HasStarted(status)),
            $"{(container is null ? "the container" : $"the container {container}")} of pod {pod} to start",
            ScenarioCluster.StepLimit,
            cancellationToken);
        return new(await cluster.Cluster.Client.CoreV1.ReadNamespacedPodLogAsync(
            pod, cluster.Namespace, container: container, follow: true, cancellationToken: cancellationToken));
    }

    /// <summary>The whole log of the container's run before its present one.</summary>
    public async Task<string> ReadPreviousAsync(string pod, CancellationToken cancellationToken)
    {
        await using var log = await cluster.Cluster.Client.CoreV1.ReadNamespacedPodLogAsync(
            pod, cluster.Namespace, previous: true, cancellationToken: cancellationToken);
        using var reader = new StreamReader(log);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static IEnumerable<V1ContainerStatus> Statuses(V1Pod pod) =>
        [.. pod.Status?.InitContainerStatuses ?? [], .. pod.Status?.ContainerStatuses ?? []];

    private static bool HasStarted(V1ContainerStatus status) => status.State is { Running: not null } or { Terminated: not null };
}
