using Estaleiro.Clusters;
using Estaleiro.Outages;

namespace Estaleiro.Cli.Outages;

/// <summary>An outage with probes that run until it is disposed of.</summary>
/// <param name="probes">The probes, in the order of the catalogue.</param>
/// <param name="takeDown">Takes the component down, and the dead node with it.</param>
/// <param name="putBack">Puts the component back.</param>
/// <param name="end">Removes what the probes made, and leaves the cluster.</param>
internal sealed class ProbedOutage(
    IReadOnlyList<LiveProbe> probes, Func<CancellationToken, Task> takeDown, Func<Task> putBack, Func<ValueTask> end) : IOutage
{
    private readonly CancellationTokenSource ending = new();
    private Task running = Task.CompletedTask;
    private bool isDown;

    public IReadOnlyList<CapabilityNow> Capabilities => [.. probes.Select(probe => probe.Now)];

    /// <summary>Sees every capability work.</summary>
    /// <param name="limit">How long that may take.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="ClusterException">Some did not; the message says which.</exception>
    internal async Task PrepareAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(limit);
        var preparing = probes.Select(probe => probe.PrepareAsync(limited.Token)).ToList();
        try
        {
            await Task.WhenAll(preparing);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var broken = string.Join(
                "; ", probes.Where((_, index) => !preparing[index].IsCompletedSuccessfully).Select(probe => probe.Now.Capability));
            throw new ClusterException($"Nothing was taken down: within {limit.TotalSeconds:0} s this did not work: {broken}.");
        }
    }

    /// <summary>Takes the component down, and has the probes ask.</summary>
    internal async Task TakeDownAsync(CancellationToken cancellationToken)
    {
        // What is down by half is put back, too.
        isDown = true;
        var begun = DateTimeOffset.UtcNow;
        await takeDown(cancellationToken);
        var start = new OutageStart(begun, DateTimeOffset.UtcNow);
        running = Task.WhenAll(probes.Select(probe => probe.RunAsync(start, ending.Token)));
    }

    public async Task PutBackAsync()
    {
        if (isDown)
        {
            await putBack();
            isDown = false;
            foreach (var probe in probes)
            {
                probe.ComponentIsBack();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await PutBackAsync();
        }
        finally
        {
            await ending.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ending.Dispose();
            await end();
        }
    }
}
