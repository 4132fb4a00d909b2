using Estaleiro.Clusters;
using Estaleiro.Machine.Releases;

namespace Estaleiro.Cli.Machine;

/// <summary>The kit's own node images. Tests replace this interface.</summary>
internal interface INodeImages
{
    /// <summary>Lists those on this machine, the newest release first.</summary>
    /// <exception cref="ClusterException">Docker does not answer.</exception>
    Task<IReadOnlyList<ReleaseImage>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Builds one: of a published release, of binaries, or with neither of Debian's Kubernetes; with CoreDNS if one is given.</summary>
    /// <returns>Its name.</returns>
    /// <exception cref="ClusterException">The binaries cannot be had or used, or the build failed.</exception>
    Task<string> BuildAsync(
        string? kubernetes, string? binaries, string? coredns, IProgress<string> progress, CancellationToken cancellationToken);
}
