using System.CommandLine;
using System.Globalization;
using Estaleiro.Cli.Terminal;

namespace Estaleiro.Cli.Commands;

/// <summary><c>image build</c> and <c>image list</c>: the kit's own node images, one for each Kubernetes release.</summary>
internal sealed class ImageCommand
{
    internal ImageCommand(CliServices services)
    {
        Command = new Command("image", "Builds and lists the kit's own node images, one for each Kubernetes release.")
        {
            Build(services),
            List(services),
        };
    }

    internal Command Command { get; }

    private static Command Build(CliServices services)
    {
        var kubernetes = OptionParsers.Release(
            "--kubernetes", "Fetch the official binaries of this release (v1.36.4; v1.36 is its newest patch), verify their checksums and keep them.");
        var binaries = new Option<string?>("--binaries")
        {
            HelpName = "path",
            Description = "Take the binaries from this folder or kubernetes-server-linux tarball.",
        };
        var coredns = new Option<string?>("--coredns")
        {
            HelpName = "path",
            Description = "Put CoreDNS into the image, from this program or release tarball: it is the cluster's DNS then.",
        };
        var build = new Command("build", "Builds a node image; needs root and debootstrap. Without an option: of Debian's Kubernetes.") { kubernetes, binaries, coredns };
        build.Validators.Add(result =>
        {
            if (result.GetResult(kubernetes) is not null && result.GetResult(binaries) is not null)
            {
                result.AddError("--kubernetes and --binaries cannot be combined: the version of binaries is what they say themselves.");
            }
        });
        build.SetAction(async (parsed, cancellationToken) =>
        {
            var progress = new LineProgress(line => services.Output.Line(line, Tone.Quiet));
            var image = await services.NodeImages.BuildAsync(
                parsed.GetValue(kubernetes), parsed.GetValue(binaries), parsed.GetValue(coredns), progress, cancellationToken);
            services.Output.Line($"{image} is ready. To run the specs on it: ./run.sh --image {image}", Tone.Good);
            return ExitCode.Green;
        });
        return build;
    }

    private static Command List(CliServices services)
    {
        var list = new Command("list", "Lists the node images on this machine, the newest release first.");
        list.SetAction(async (_, cancellationToken) =>
        {
            var images = await services.NodeImages.ListAsync(cancellationToken);
            foreach (var image in images)
            {
                services.Output.Line(string.Create(
                    CultureInfo.InvariantCulture, $"{image.Reference}  Kubernetes {image.Version}, {image.Size / 1_000_000} MB, built {image.Created:yyyy-MM-dd}"));
            }

            if (images.Count == 0)
            {
                services.Output.Line("No node image is here: ./run.sh image build makes one.", Tone.Warning);
            }

            return ExitCode.Green;
        });
        return list;
    }
}
