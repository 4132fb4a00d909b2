using Estaleiro.Cli.Running;

namespace Estaleiro.Cli.Machine;

/// <summary>What a run needs of the machine: Docker and an image, or a context. The boundary that tests replace.</summary>
internal interface IRunEnvironment
{
    /// <summary>
    /// Makes sure that clusters can be started, or the named context joined, as far as that can be told before the run.
    /// </summary>
    /// <returns>What reports say of it: provider, image.</returns>
    /// <exception cref="CliException">They cannot: one line says why and what to do.</exception>
    Task<IReadOnlyList<KeyValuePair<string, string>>> PrepareAsync(RunOptions options, CancellationToken cancellationToken);

    /// <summary>Removes what a run's test process left behind, if anything.</summary>
    /// <returns>What was removed, for the user.</returns>
    Task<IReadOnlyList<string>> RemoveLeftoversAsync(string runId, CancellationToken cancellationToken);
}
