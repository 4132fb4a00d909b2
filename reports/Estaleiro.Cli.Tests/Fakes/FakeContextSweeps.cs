using Estaleiro.Cli.Machine;
using Estaleiro.Clusters;
using Estaleiro.Clusters.Existing;
using Estaleiro.Clusters.Sweeping;

namespace Estaleiro.Cli.Tests.Fakes;

internal sealed class FakeContextSweeps : IContextSweeps
{
    internal List<Leftover> There { get; } = [];

    internal List<string> Held { get; } = [];

    internal List<ClusterOptions> Asked { get; } = [];

    internal ContextFacts Facts { get; set; } = new(new(1, 36, 2), [("node1", "alpha")], new CapabilitySet(new(1, 36, 2), new Dictionary<Capability, string?>()));

    public Task<ContextFacts> ExamineAsync(ClusterOptions options, CancellationToken cancellationToken)
    {
        Asked.Add(options);
        return Task.FromResult(Facts);
    }

    public Task CheckAsync(ClusterOptions options, CancellationToken cancellationToken)
    {
        Asked.Add(options);
        return Refusal is null ? Task.CompletedTask : throw new ClusterException(Refusal);
    }

    /// <summary>What is missing on the cluster.</summary>
    internal string? Refusal { get; set; }

    internal static Leftover Namespace(string name, LeftoverState state, bool isGoing = false) =>
        new(new("", "v1", "namespaces", "Namespace", Namespaced: false), name, ["ab12"], state) { IsGoing = isGoing };

    public Task<IReadOnlyList<Leftover>> FindAsync(ClusterOptions options, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Leftover>>(Take(options, _ => true, remove: false));

    public Task<(IReadOnlyList<Leftover> Removed, IReadOnlyList<Leftover> Unknown)> RemoveAbandonedAsync(ClusterOptions options, CancellationToken cancellationToken) =>
        Task.FromResult<(IReadOnlyList<Leftover>, IReadOnlyList<Leftover>)>(
            (Take(options, leftover => leftover.State == LeftoverState.Abandoned), Take(options, leftover => leftover.State == LeftoverState.Unknown, remove: false)));

    public Task<(IReadOnlyList<Leftover> Removed, IReadOnlyList<string> Held)> RemoveRunAsync(ClusterOptions options, CancellationToken cancellationToken) =>
        Task.FromResult<(IReadOnlyList<Leftover>, IReadOnlyList<string>)>((Take(options, leftover => leftover.Runs.Contains(options.RunId)), Held));

    public Task<IReadOnlyList<string>> RemoveAsync(ClusterOptions options, IReadOnlyList<Leftover> leftovers, CancellationToken cancellationToken)
    {
        Take(options, leftovers.Contains);
        return Task.FromResult<IReadOnlyList<string>>(Held);
    }

    private List<Leftover> Take(ClusterOptions options, Func<Leftover, bool> isMeant, bool remove = true)
    {
        Asked.Add(options);
        List<Leftover> taken = [.. There.Where(isMeant)];
        There.RemoveAll(leftover => remove && taken.Contains(leftover));
        return taken;
    }
}
