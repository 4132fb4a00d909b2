using Xunit;
using Xunit.Abstractions;

namespace Estaleiro.Specs.Xunit.Hosting;

/// <summary>
/// Keeps the order that an orderer gives to features. xunit 2 starts a task for each of them at once, and lets so many run as may: those whose tasks
/// come to it first, whatever the order was.
/// </summary>
/// <param name="orderer">Who says the order.</param>
internal sealed class StartingOrder(ITestCollectionOrderer orderer) : ITestCollectionOrderer
{
    private readonly Dictionary<Guid, (Task Before, TaskCompletionSource Queued)> turns = [];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections)
    {
        var ordered = orderer.OrderTestCollections(testCollections).ToList();
        var before = Task.CompletedTask;
        foreach (var collection in ordered)
        {
            var queued = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            turns.Add(collection.UniqueID, (before, queued));
            before = queued.Task;
        }

        return ordered;
    }

    /// <summary>Runs a feature when all that come before it have begun, or wait to.</summary>
    /// <param name="collection">The feature. One that is in no order runs at once.</param>
    /// <param name="run">Queues it up before it returns, and runs it.</param>
    /// <param name="cancellationToken">Ends the wait for its turn.</param>
    public async Task<T> InTurnAsync<T>(ITestCollection collection, Func<Task<T>> run, CancellationToken cancellationToken)
    {
        if (!turns.TryGetValue(collection.UniqueID, out var turn))
        {
            return await run();
        }

        await turn.Before.WaitAsync(cancellationToken);
        Task<T> running;
        try
        {
            running = run();
        }
        finally
        {
            turn.Queued.SetResult();
        }

        return await running;
    }
}
