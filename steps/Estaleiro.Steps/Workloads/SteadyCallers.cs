using System.Globalization;

namespace Estaleiro.Steps.Workloads;

/// <summary>Several callers who ask for the same URL again and again, and write down every answer that is not what was expected.</summary>
public sealed class SteadyCallers : IAsyncDisposable
{
    private const int Callers = 3;

    /// <summary>Between two requests of one caller: many are wanted, not all the machine's processors.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource stopping;
    private readonly Func<CancellationToken, Task<IngressAnswer>> ask;
    private readonly string expected;
    private readonly List<string> failures = [];
    private readonly Lock gate = new();
    private readonly Task calling;
    private int count;
    private TimeSpan slowest;

    /// <summary>Begins.</summary>
    /// <param name="ask">One request.</param>
    /// <param name="expected">Who is to answer.</param>
    /// <param name="cancellationToken">Ends it, and gives up what is asked then.</param>
    public SteadyCallers(Func<CancellationToken, Task<IngressAnswer>> ask, string expected, CancellationToken cancellationToken)
    {
        this.ask = ask;
        this.expected = expected;
        stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        calling = Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => CallAsync(cancellationToken), CancellationToken.None)));
    }

    /// <summary>
    /// Ends with the requests that are under way: one that nobody would have answered counts as well. Tells how many there were, how long the slowest
    /// took and what became of those that failed.
    /// </summary>
    public async Task<(int Count, TimeSpan Slowest, IReadOnlyList<string> Failures)> StopAsync()
    {
        await stopping.CancelAsync();
        await calling;
        return (count, slowest, failures);
    }

    /// <summary>Ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stopping.Dispose();
    }

    private async Task CallAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                var began = TimeProvider.System.GetTimestamp();
                var answer = await ask(cancellationToken);
                var took = TimeProvider.System.GetElapsedTime(began);
                lock (gate)
                {
                    count++;
                    slowest = took > slowest ? took : slowest;
                    if (answer.By != expected)
                    {
                        failures.Add(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:HH:mm:ss.fff} {answer.By}, after {took.TotalSeconds:0.000} s"));
                    }
                }

                await Task.Delay(Breath, stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }
}
