using Estaleiro.Specs.Xunit.Hosting;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Estaleiro.Specs.Tests.Hosting;

public sealed class StartingOrderTests
{
    private readonly TestAssembly assembly = new(Reflector.Wrap(typeof(StartingOrderTests).Assembly));

    [Fact]
    public async Task Features_begin_in_their_order_whichever_task_comes_first()
    {
        var collections = Enumerable.Range(0, 20).Select(number => Collection($"{number:00}")).ToList();
        var order = new StartingOrder(new FeatureOrderer());
        var ordered = order.OrderTestCollections(collections.AsEnumerable().Reverse()).ToList();
        Assert.Equal(collections, ordered);

        List<string> began = [];
        var allBegan = new TaskCompletionSource();
        var running = ordered.AsEnumerable().Reverse().Select(collection => order.InTurnAsync(collection, () => BeginAsync(collection), CancellationToken.None)).ToList();

        // Nobody waits for another to end: none of them ends before all have begun.
        await Task.WhenAll(running);
        Assert.Equal(ordered.Select(collection => collection.DisplayName), began);

        async Task<int> BeginAsync(ITestCollection collection)
        {
            began.Add(collection.DisplayName);
            if (began.Count == ordered.Count)
            {
                allBegan.SetResult();
            }

            await allBegan.Task.WaitAsync(TimeSpan.FromSeconds(30));
            return began.Count;
        }
    }

    [Fact]
    public async Task One_that_fails_as_it_begins_keeps_nobody_waiting()
    {
        ITestCollection[] collections = [Collection("1"), Collection("2")];
        var order = new StartingOrder(new FeatureOrderer());
        order.OrderTestCollections(collections);

        await Assert.ThrowsAsync<InvalidOperationException>(() => order.InTurnAsync<int>(collections[0], () => throw new InvalidOperationException(), CancellationToken.None));

        Assert.Equal(2, await order.InTurnAsync(collections[1], () => Task.FromResult(2), CancellationToken.None));
    }

    [Fact]
    public async Task A_run_that_is_ended_ends_the_wait_for_a_turn()
    {
        ITestCollection[] collections = [Collection("1"), Collection("2")];
        var order = new StartingOrder(new FeatureOrderer());
        order.OrderTestCollections(collections);
        using var ending = new CancellationTokenSource();
        var waiting = order.InTurnAsync(collections[1], () => Task.FromResult(2), ending.Token);

        await ending.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private TestCollection Collection(string name) => new(assembly, null, name);
}
