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

    /// <summary>Begins.</summary>
    /// <param name="ask">One request.</param>
    /// <param name="expected">Who is to answer.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public SteadyCallers(Func<CancellationToken, Task<IngressAnswer>> ask, string expected, CancellationToken cancellationToken)
    {
        this.ask = ask;
        this.expected = expected;
        stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        calling = Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => CallAsync(stopping.Token), CancellationToken.None)));
    }

    /// <summary>Ends, and tells how many requests there were and what became of those that failed.</summary>
    public async Task<(int Count, IReadOnlyList<string> Failures)> StopAsync()
    {
        await stopping.CancelAsync();
        await calling;
        return (count, failures);
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
            while (true)
            {
                var answer = await ask(cancellationToken);
                Interlocked.Increment(ref count);
                if (answer.By != expected)
                {
                    lock (gate)
                    {
                        failures.Add($"{DateTime.UtcNow:HH:mm:ss.fff} {answer.By}");
                    }
                }

                await Task.Delay(Breath, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }
}
