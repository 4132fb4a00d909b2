using Estaleiro.Machine.Releases;

namespace Estaleiro.Cli.Machine;

/// <summary>The node images in this machine's Docker.</summary>
internal sealed class LocalNodeImages : INodeImages
{
    public Task<IReadOnlyList<ReleaseImage>> ListAsync(CancellationToken cancellationToken) => ReleaseImages.ListAsync(cancellationToken);

    public Task<string> BuildAsync(
        string? kubernetes, string? binaries, string? coredns, IProgress<string> progress, CancellationToken cancellationToken) =>
        ReleaseImages.BuildAsync(kubernetes, binaries, coredns, progress, cancellationToken);
}
