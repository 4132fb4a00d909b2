using Estaleiro.Cli.Terminal;

namespace Estaleiro.Cli.Running;

/// <summary>Loads the bundle of images that a run was given.</summary>
internal static class BundledImages
{
    /// <returns>The options with the bundle's image for the nodes, where none was asked for.</returns>
    /// <exception cref="CliException">The bundle is of no use to this run.</exception>
    /// <exception cref="Clusters.ClusterException">It cannot be loaded.</exception>
    internal static async Task<RunOptions> LoadAsync(CliServices services, RunOptions options, CancellationToken cancellationToken)
    {
        if (options.Images is not { } bundle)
        {
            return options;
        }

        if (options.Cluster == "kubeconfig")
        {
            throw CliException.Usage("--images loads images for throwaway nodes; an existing cluster pulls its own. Leave out one of --images and --context.");
        }

        var progress = new LineProgress(line => services.Output.Line(line, Tone.Quiet));
        return options with { Image = await services.Images.LoadAsync(bundle, options.Image, progress, cancellationToken) };
    }
}
