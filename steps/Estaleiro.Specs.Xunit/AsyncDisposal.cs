using System.Collections.Concurrent;
using Reqnroll.BoDi;

namespace Estaleiro.Specs.Xunit;

/// <summary>Disposes what a container made and Reqnroll would leave: it knows <see cref="IDisposable"/> alone. The youngest goes first.</summary>
internal sealed class AsyncDisposal
{
    private readonly ConcurrentStack<IAsyncDisposable> made = [];

    /// <summary>Notes from here on what the container makes.</summary>
    public static void Follow(IObjectContainer container)
    {
        var disposal = new AsyncDisposal();
        container.RegisterInstanceAs(disposal);
        container.ObjectCreated += created =>
        {
            if (created is IAsyncDisposable and not IDisposable)
            {
                disposal.made.Push((IAsyncDisposable)created);
            }
        };
    }

    /// <summary>Disposes what this container made, all of it, and throws what went wrong.</summary>
    public static async Task OfAsync(IObjectContainer container)
    {
        var errors = new List<Exception>();
        var made = container.Resolve<AsyncDisposal>().made;
        while (made.TryPop(out var next))
        {
            try
            {
                await next.DisposeAsync();
            }
            catch (Exception error)
            {
                errors.Add(error);
            }
        }

        if (errors.Count > 0)
        {
            throw errors.Count == 1 ? errors[0] : new AggregateException(errors);
        }
    }
}
