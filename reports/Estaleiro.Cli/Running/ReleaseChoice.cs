using Estaleiro.Cli.Terminal;
using Estaleiro.Machine.Releases;

namespace Estaleiro.Cli.Running;

/// <summary>Chooses among the node images on this machine by release.</summary>
internal static class ReleaseChoice
{
    /// <returns>The image's name: the newest of the release, or the given one if no release was asked for.</returns>
    /// <exception cref="Clusters.ClusterException">There is none; one line names the command that makes it.</exception>
    internal static async Task<string?> ImageAsync(CliServices services, string? release, string? image, CancellationToken cancellationToken)
    {
        if (release is null)
        {
            return image;
        }

        var chosen = ReleaseImage.Choose(await services.NodeImages.ListAsync(cancellationToken), release);
        services.Output.Line($"Kubernetes {chosen.Version}: {chosen.Reference}", Tone.Quiet);
        return chosen.Reference;
    }
}
