using Estaleiro.Clusters;

namespace Estaleiro.Cli.Machine;

/// <summary>Clusters that outlive the command that started them. Tests replace this interface.</summary>
internal interface IKeptClusters
{
    /// <exception cref="ClusterException">The cluster did not start; the message says why.</exception>
    Task<KeptCluster> StartAsync(
        string name, ClusterSpec spec, int? port, ClusterOptions options, IProgress<string> progress, CancellationToken cancellationToken);

    /// <exception cref="ClusterException">Docker does not answer.</exception>
    Task<IReadOnlyList<KeptCluster>> ListAsync(CancellationToken cancellationToken);

    /// <exception cref="ClusterException">The cluster could not be removed.</exception>
    Task RemoveAsync(string name, CancellationToken cancellationToken);
}
