using Estaleiro.Contract.Workshop;

namespace Estaleiro.Cli.Workshops;

/// <summary>A shell at the user's terminal: the boundary that tests replace.</summary>
internal interface IWorkshopShell
{
    /// <summary>Opens a shell in which kubectl reaches a cluster, and curl its API server at <c>$API</c>, and returns when it has exited.</summary>
    /// <param name="cluster">The cluster, with the namespace that is the default one there.</param>
    /// <param name="folder">A folder that nobody else can read, for files that the shell needs.</param>
    /// <param name="cancellationToken">Does not end a shell: whoever sits at it does.</param>
    /// <exception cref="CliException">It cannot be opened.</exception>
    Task OpenAsync(WorkshopCluster cluster, string folder, CancellationToken cancellationToken);
}
