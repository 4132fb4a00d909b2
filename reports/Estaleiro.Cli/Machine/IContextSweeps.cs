using Estaleiro.Clusters;
using Estaleiro.Clusters.Existing;
using Estaleiro.Clusters.Sweeping;

namespace Estaleiro.Cli.Machine;

/// <summary>What existing clusters are, and what the kit made on them. Tests replace this interface.</summary>
internal interface IContextSweeps
{
    /// <summary>What the cluster is and can do; changes nothing.</summary>
    /// <exception cref="ClusterException">The context cannot be used, does not answer, or refuses.</exception>
    Task<ContextFacts> ExamineAsync(ClusterOptions options, CancellationToken cancellationToken);

    /// <summary>Finds out whether rights or images are missing that every run needs. Leaves nothing.</summary>
    /// <exception cref="ClusterException">Something is missing, or the context cannot be used.</exception>
    Task CheckAsync(ClusterOptions options, CancellationToken cancellationToken);

    /// <summary>Everything that is there, of any run.</summary>
    /// <exception cref="ClusterException">The context cannot be used, does not answer, or refuses.</exception>
    Task<IReadOnlyList<Leftover>> FindAsync(ClusterOptions options, CancellationToken cancellationToken);

    /// <summary>Removes what killed runs of this machine left; also returns what may belong to runs elsewhere.</summary>
    /// <exception cref="ClusterException">The context cannot be used, does not answer, or refuses.</exception>
    Task<(IReadOnlyList<Leftover> Removed, IReadOnlyList<Leftover> Unknown)> RemoveAbandonedAsync(
        ClusterOptions options, CancellationToken cancellationToken);

    /// <summary>Removes everything of the options' run; also returns a sentence for each object that does not go.</summary>
    /// <exception cref="ClusterException">The context cannot be used, does not answer, or refuses.</exception>
    Task<(IReadOnlyList<Leftover> Removed, IReadOnlyList<string> Held)> RemoveRunAsync(
        ClusterOptions options, CancellationToken cancellationToken);

    /// <summary>Removes objects; returns a sentence for each that does not go.</summary>
    /// <exception cref="ClusterException">The context cannot be used, does not answer, or refuses.</exception>
    Task<IReadOnlyList<string>> RemoveAsync(ClusterOptions options, IReadOnlyList<Leftover> leftovers, CancellationToken cancellationToken);
}
