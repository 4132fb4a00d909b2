using Estaleiro.Clusters;

namespace Estaleiro.Cli.Machine;

/// <summary>The kept clusters in this machine's Docker.</summary>
internal sealed class LocalKeptClusters : IKeptClusters
{
    public Task<KeptCluster> StartAsync(
        string name, ClusterSpec spec, int? port, ClusterOptions options, IProgress<string> progress, CancellationToken cancellationToken) =>
        KeptClusters.StartAsync(name, spec, port, options, progress, cancellationToken);

    public Task<IReadOnlyList<KeptCluster>> ListAsync(CancellationToken cancellationToken) => KeptClusters.ListAsync(cancellationToken);

    public Task RemoveAsync(string name, CancellationToken cancellationToken) => KeptClusters.RemoveAsync(name, cancellationToken);
}
