using Estaleiro.Clusters;
using Estaleiro.Machine.Images;

namespace Estaleiro.Cli.Machine;

/// <summary>The images that runs use. Tests replace this interface.</summary>
internal interface IRunImages
{
    /// <summary>Lists the images that a run uses.</summary>
    /// <exception cref="ClusterException">Docker does not answer.</exception>
    Task<IReadOnlyList<ClusterImage>> ListAsync(ClusterOptions options, CancellationToken cancellationToken);

    /// <summary>Writes the images to one file.</summary>
    /// <exception cref="ClusterException">An image is not available, or the file cannot be written.</exception>
    Task<IReadOnlyList<ClusterImage>> SaveAsync(ClusterOptions options, string path, IProgress<string> progress, CancellationToken cancellationToken);

    /// <summary>Loads such a file into Docker.</summary>
    /// <returns>The image for the nodes, or null if the file contains none and none was requested.</returns>
    /// <exception cref="ClusterException">The file cannot be loaded.</exception>
    Task<string?> LoadAsync(string path, string? asked, IProgress<string> progress, CancellationToken cancellationToken);
}
