using Estaleiro.Cli.Terminal;

namespace Estaleiro.Cli.Running;

/// <summary>Loads a run's bundle of images.</summary>
internal static class BundledImages
{
    /// <returns>The options, with the bundle's node image if none was requested.</returns>
    /// <exception cref="CliException">The run cannot use the bundle.</exception>
    /// <exception cref="Clusters.ClusterException">The file cannot be loaded.</exception>
    internal static async Task<RunOptions> LoadAsync(CliServices services, RunOptions options, CancellationToken cancellationToken)
    {
        if (options.Images is not { } bundle)
        {
            return options;
        }

        if (options.Cluster == "kubeconfig")
        {
            throw CliException.Usage("--images cannot be combined with --context: it loads images for throwaway nodes, and an existing cluster pulls its own.");
        }

        var progress = new LineProgress(line => services.Output.Line(line, Tone.Quiet));
        return options with { Image = await services.Images.LoadAsync(bundle, options.Image, progress, cancellationToken) };
    }
}
