using Estaleiro.Clusters;
using Estaleiro.Machine.Images;

namespace Estaleiro.Cli.Machine;

/// <summary>The images in this machine's Docker.</summary>
internal sealed class LocalRunImages : IRunImages
{
    public Task<IReadOnlyList<ClusterImage>> ListAsync(ClusterOptions options, CancellationToken cancellationToken) =>
        ImageBundle.ListAsync(options, cancellationToken);

    public Task<IReadOnlyList<ClusterImage>> SaveAsync(
        ClusterOptions options, string path, IProgress<string> progress, CancellationToken cancellationToken) =>
        ImageBundle.SaveAsync(options, path, progress, cancellationToken);

    public Task<string?> LoadAsync(string path, string? asked, IProgress<string> progress, CancellationToken cancellationToken) =>
        ImageBundle.LoadAsync(path, asked, progress, cancellationToken);
}
