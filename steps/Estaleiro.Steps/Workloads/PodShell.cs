using Estaleiro.Clusters;
using Estaleiro.Steps.Scenarios;

namespace Estaleiro.Steps.Workloads;

/// <summary>Runs commands inside pods, as <c>kubectl exec</c> does.</summary>
public sealed class PodShell(ScenarioCluster cluster)
{
    /// <summary>Runs one command and returns what it printed; a non-zero exit code is returned, not thrown.</summary>
    public Task<NodeCommandResult> ExecuteAsync(string pod, IEnumerable<string> command, CancellationToken cancellationToken) =>
        ExecuteAsync(pod, null, command, cancellationToken);

    /// <summary>The same in one of the pod's containers, or, for null, in its only one.</summary>
    public Task<NodeCommandResult> ExecuteAsync(
        string pod, string? container, IEnumerable<string> command, CancellationToken cancellationToken) =>
        PodCommand.ExecuteAsync(cluster.Cluster.Client, cluster.Namespace, pod, container, command, cancellationToken);
}
