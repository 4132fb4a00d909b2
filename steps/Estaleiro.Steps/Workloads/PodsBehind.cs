using Estaleiro.Clusters.Waiting;
using Estaleiro.Steps.Scenarios;
using k8s.Models;

namespace Estaleiro.Steps.Workloads;

/// <summary>
/// Looks after the pods behind Services while a step waits for their answers, so that it can give up where these never come. It watches from the
/// first question on. What is no Service's name has no pods.
/// </summary>
internal sealed class PodsBehind(ScenarioCluster cluster, IEnumerable<string> services) : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = CancellationTokenSource.CreateLinkedTokenSource(cluster.Limit);
    private Task[]? watches;

    /// <summary>Returns where all is well.</summary>
    /// <exception cref="AwaitException">One of the pods never becomes Ready: the message says which, and why.</exception>
    public void ThrowAtDeadEnd()
    {
        watches ??= [.. services.Where(service => char.IsAsciiLetter(service[0])).Distinct(StringComparer.Ordinal).Select(WatchAsync)];
        foreach (var watch in watches)
        {
            if (watch.Exception?.InnerException is AwaitException { DeadEnd: not null } found)
            {
                throw found;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(watches ?? []).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private Task WatchAsync(string service) => cluster.Cluster.Await().One<V1Service>(service, cluster.Namespace).FailFast()
        .UntilAsync(_ => false, $"the Service {service} to answer", ScenarioCluster.StepLimit, stopping.Token);
}
