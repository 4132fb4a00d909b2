using Estaleiro.Steps.Runs;
using Xunit;

namespace Estaleiro.Steps.Scenarios;

/// <summary>
/// Waits for what no watch tells: a node's rules and routes, and how somebody answers. It looks, and looks again, until it sees what is wanted.
/// </summary>
public static class Repeatedly
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Looks until nothing is wrong any more.</summary>
    /// <param name="cluster">The scenario's cluster: its end stops the wait, and whoever watches the run is told of a long one.</param>
    /// <param name="findWrong">Looks once, and says what is wrong, as the end of a sentence; null when all is as wanted.</param>
    /// <param name="limit">For how long, unscaled.</param>
    /// <param name="awaited">What is waited for: "the API server to be ready again".</param>
    public static Task LookAsync(ScenarioCluster cluster, Func<CancellationToken, Task<string?>> findWrong, TimeSpan limit, string awaited) =>
        LookAsync(cluster, findWrong, wrong => wrong, limit, awaited);

    /// <summary>Looks until nothing is wrong any more; then the last look is returned.</summary>
    /// <param name="cluster">The scenario's cluster: its end stops the wait, and whoever watches the run is told of a long one.</param>
    /// <param name="look">Looks once.</param>
    /// <param name="whatIsWrong">What is wrong with what was seen, as the end of a sentence; null when it is as wanted.</param>
    /// <param name="limit">For how long, unscaled.</param>
    /// <param name="awaited">What is waited for: "the rules to have nothing of it".</param>
    public static async Task<T> LookAsync<T>(
        ScenarioCluster cluster, Func<CancellationToken, Task<T>> look, Func<T, string?> whatIsWrong, TimeSpan limit, string awaited)
    {
        using var told = cluster.Awaiting(awaited);
        var scaled = SpecRun.Current.Scale(limit);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cluster.Limit);
        deadline.CancelAfter(scaled);
        using var ticks = new PeriodicTimer(Interval);
        var wrong = "nothing was seen yet";
        try
        {
            while (true)
            {
                var seen = await look(deadline.Token);
                if (whatIsWrong(seen) is not { } found)
                {
                    return seen;
                }

                wrong = found;
                await ticks.WaitForNextTickAsync(deadline.Token);
            }
        }
        catch (OperationCanceledException) when (!cluster.Limit.IsCancellationRequested)
        {
            Assert.Fail($"Waited {scaled.TotalSeconds:0} s for {awaited}, in vain. Last seen: {wrong}");
            throw;
        }
    }
}
