using Estaleiro.Contract.Workshop;

namespace Estaleiro.Cli.Workshops;

/// <summary>A shell on the user's terminal. Tests replace this interface.</summary>
internal interface IWorkshopShell
{
    /// <summary>
    /// Opens a shell in which kubectl reaches the cluster and <c>$API</c> is its API server for curl; returns when the shell has exited.
    /// </summary>
    /// <param name="cluster">The cluster, with its default namespace.</param>
    /// <param name="folder">A private folder for files that the shell needs.</param>
    /// <param name="cancellationToken">Does not end the shell; the user does.</param>
    /// <exception cref="CliException">The shell cannot be opened.</exception>
    Task OpenAsync(WorkshopCluster cluster, string folder, CancellationToken cancellationToken);
}
