using Estaleiro.Cli.Machine;
using Estaleiro.Clusters;

namespace Estaleiro.Cli.Tests.Fakes;

internal sealed class FakeKeptClusters : IKeptClusters
{
    internal List<KeptCluster> Up { get; } = [];

    internal ClusterSpec? Spec { get; private set; }

    internal int? Port { get; private set; }

    internal ClusterException? Error { get; set; }

    public Task<KeptCluster> StartAsync(
        string name, ClusterSpec spec, int? port, ClusterOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        (Spec, Port) = (spec, port);
        progress.Report("node1 Ready");
        Up.Add(Error is null ? new KeptCluster(name, "k3s:1", ["node1"], true, "/home/o'brien/kubeconfig.yaml") : throw Error);
        return Task.FromResult(Up[^1]);
    }

    public Task<IReadOnlyList<KeptCluster>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<KeptCluster>>([.. Up]);

    public Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        Up.RemoveAll(cluster => cluster.Name == name);
        return Task.CompletedTask;
    }
}
