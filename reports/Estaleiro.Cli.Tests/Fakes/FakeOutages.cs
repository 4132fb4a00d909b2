using Estaleiro.Cli.Outages;
using Estaleiro.Clusters;
using Estaleiro.Contract.Outages;

namespace Estaleiro.Cli.Tests.Fakes;

/// <summary>A scheduler that is down, until it is put back.</summary>
internal sealed class FakeOutages : IOutages, IOutage
{
    private CapabilityState newPod = CapabilityState.Works;

    internal int PutBack { get; private set; }

    internal bool Disposed { get; private set; }

    /// <summary>Whether everything works once the scheduler is back.</summary>
    internal bool Recovers { get; init; } = true;

    /// <summary>Called when it is down.</summary>
    internal Action WhenDown { get; set; } = () => { };

    internal string? Cluster { get; private set; }

    public IReadOnlyList<string> Components => ["api-server", "scheduler"];

    public IReadOnlyList<CapabilityNow> Capabilities =>
    [
        new("a service answers", CapabilityState.Works, null, "200 OK"),
        new("a new pod runs", newPod, newPod == CapabilityState.Works ? null : TimeSpan.FromSeconds(2.1), "Pending,\nno node"),
    ];

    public Task<IOutage> TakeDownAsync(KeptCluster cluster, string component, IProgress<string> progress, CancellationToken cancellationToken)
    {
        Cluster = cluster.Name;
        progress.Report($"stopping {component}");
        newPod = CapabilityState.Fails;
        WhenDown();
        return Task.FromResult<IOutage>(this);
    }

    public Task PutBackAsync()
    {
        PutBack++;
        newPod = Recovers ? CapabilityState.Works : CapabilityState.Fails;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Disposed = true;
        return ValueTask.CompletedTask;
    }
}
