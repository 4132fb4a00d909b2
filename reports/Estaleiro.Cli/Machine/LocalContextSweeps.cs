using Estaleiro.Clusters;
using Estaleiro.Clusters.Existing;
using Estaleiro.Clusters.Sweeping;

namespace Estaleiro.Cli.Machine;

/// <summary>The clusters that the machine's kubeconfig names.</summary>
internal sealed class LocalContextSweeps : IContextSweeps
{
    public Task<ContextFacts> ExamineAsync(ClusterOptions options, CancellationToken cancellationToken) =>
        ContextFacts.ReadAsync(options, cancellationToken);

    public async Task CheckAsync(ClusterOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await ContextPreflight.CheckAsync(options, cancellationToken);
        }
        catch (Exception exception) when (exception is CapabilityMissingException or Clusters.Waiting.AwaitException)
        {
            throw new ClusterException(exception.Message, exception);
        }
    }

    public async Task<IReadOnlyList<Leftover>> FindAsync(ClusterOptions options, CancellationToken cancellationToken)
    {
        using var sweep = await ContextSweep.OpenAsync(options, cancellationToken);
        return await sweep.FindAsync(cancellationToken);
    }

    public async Task<(IReadOnlyList<Leftover> Removed, IReadOnlyList<Leftover> Unknown)> RemoveAbandonedAsync(
        ClusterOptions options, CancellationToken cancellationToken)
    {
        using var sweep = await ContextSweep.OpenAsync(options, cancellationToken);
        return await sweep.RemoveAbandonedAsync(cancellationToken);
    }

    public async Task<(IReadOnlyList<Leftover> Removed, IReadOnlyList<string> Held)> RemoveRunAsync(
        ClusterOptions options, CancellationToken cancellationToken)
    {
        using var sweep = await ContextSweep.OpenAsync(options, cancellationToken);
        return await sweep.RemoveRunAsync(options.RunId, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> RemoveAsync(
        ClusterOptions options, IReadOnlyList<Leftover> leftovers, CancellationToken cancellationToken)
    {
        using var sweep = await ContextSweep.OpenAsync(options, cancellationToken);
        return (await sweep.RemoveAsync(leftovers, cancellationToken)).Held;
    }
}
