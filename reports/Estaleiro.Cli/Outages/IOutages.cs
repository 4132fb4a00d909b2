using Estaleiro.Clusters;

namespace Estaleiro.Cli.Outages;

/// <summary>Takes components of kept clusters down. Tests replace this interface.</summary>
internal interface IOutages
{
    /// <summary>What can be taken down, as the command line names it: <c>api-server</c>.</summary>
    IReadOnlyList<string> Components { get; }

    /// <summary>Makes the probes ready, sees that every capability works, and takes the component down.</summary>
    /// <exception cref="ClusterException">The cluster does not answer, or cannot do without that component.</exception>
    Task<IOutage> TakeDownAsync(KeptCluster cluster, string component, IProgress<string> progress, CancellationToken cancellationToken);
}
