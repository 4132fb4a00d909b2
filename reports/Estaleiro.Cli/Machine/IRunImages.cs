using Estaleiro.Clusters;
using Estaleiro.Machine.Images;

namespace Estaleiro.Cli.Machine;

/// <summary>The images of runs, as <c>Estaleiro.Clusters</c> knows them: the boundary that tests replace.</summary>
internal interface IRunImages
{
    /// <summary>Lists what a run would use.</summary>
    /// <exception cref="ClusterException">Docker does not answer.</exception>
    Task<IReadOnlyList<ClusterImage>> ListAsync(ClusterOptions options, CancellationToken cancellationToken);

    /// <summary>Writes them into one file.</summary>
    /// <exception cref="ClusterException">One is not to be had, or the file cannot be written.</exception>
    Task<IReadOnlyList<ClusterImage>> SaveAsync(ClusterOptions options, string path, IProgress<string> progress, CancellationToken cancellationToken);

    /// <summary>Loads such a file.</summary>
    /// <returns>The image for the nodes, or null where there is none in it and none was asked for.</returns>
    /// <exception cref="ClusterException">It cannot be loaded.</exception>
    Task<string?> LoadAsync(string path, string? asked, IProgress<string> progress, CancellationToken cancellationToken);
}
