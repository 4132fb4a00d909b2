using Estaleiro.Cli.Running;

namespace Estaleiro.Cli.Machine;

/// <summary>What a run needs from the machine: Docker and an image, or a context. Tests replace this interface.</summary>
internal interface IRunEnvironment
{
    /// <summary>
    /// Checks, as far as possible before the run, that clusters can be started or that the named context can be used.
    /// </summary>
    /// <returns>The facts for the reports: provider, image.</returns>
    /// <exception cref="CliException">The check failed; one line says why and what to do.</exception>
    Task<IReadOnlyList<KeyValuePair<string, string>>> PrepareAsync(RunOptions options, CancellationToken cancellationToken);

    /// <summary>Removes what a run's test process left behind.</summary>
    /// <returns>What was removed, for display.</returns>
    Task<IReadOnlyList<string>> RemoveLeftoversAsync(string runId, CancellationToken cancellationToken);
}
