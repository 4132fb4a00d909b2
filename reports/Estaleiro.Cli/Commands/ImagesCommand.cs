using System.CommandLine;
using System.Globalization;
using Estaleiro.Cli.Running;
using Estaleiro.Cli.Terminal;
using Estaleiro.Clusters;

namespace Estaleiro.Cli.Commands;

/// <summary><c>images</c>: lists the images that a run pulls; <c>images save</c>: writes them to one file.</summary>
internal sealed class ImagesCommand
{
    private readonly Option<string?> image = new("--image")
    {
        HelpName = "name:tag",
        Description = $"The image of the throwaway nodes (default: {ClusterOptions.DefaultImage}, else the kit's own node image).",
        Recursive = true,
    };

    private readonly Option<string?> cluster = OptionParsers.OneOf(
        "--cluster", ["k3s", "kubeconfig"], "The kind of cluster: throwaway (default), or an existing one, whose nodes pull their own images.");

    internal ImagesCommand(CliServices services)
    {
        var file = new Argument<string>("file") { Description = "The bundle to write. Load it with './run.sh run --images FILE'." };
        var save = new Command("save", "Writes all images of a run to one file, for machines without a network.") { file };
        cluster.Recursive = true;
        save.SetAction((parsed, cancellationToken) => SaveAsync(services, Options(parsed), parsed.GetRequiredValue(file), cancellationToken));
        Command = new Command("images", "Lists every image that a run uses.") { image, cluster, save };
        Command.SetAction((parsed, cancellationToken) => ListAsync(services, Options(parsed), cancellationToken));
    }

    internal Command Command { get; }

    private ClusterOptions Options(ParseResult parsed)
    {
        var environment = ClusterOptions.FromEnvironment();
        return environment with { Provider = parsed.GetValue(cluster) ?? environment.Provider, Image = parsed.GetValue(image) ?? environment.Image };
    }

    private static async Task<int> ListAsync(CliServices services, ClusterOptions options, CancellationToken cancellationToken)
    {
        foreach (var used in await services.Images.ListAsync(options, cancellationToken))
        {
            services.Output.Line(
                $"{used.Reference}  {(used.Size is { } size ? $"here, {Mebibytes(size)}" : "not here")}  {used.Purpose}",
                used.Size is null ? Tone.Warning : Tone.Plain);
        }

        return ExitCode.Green;
    }

    private static async Task<int> SaveAsync(CliServices services, ClusterOptions options, string file, CancellationToken cancellationToken)
    {
        var progress = new LineProgress(line => services.Output.Line(line, Tone.Quiet));
        var saved = await services.Images.SaveAsync(options, file, progress, cancellationToken);
        foreach (var used in saved)
        {
            services.Output.Line($"  {used.Reference}");
        }

        services.Output.Line($"{file}: {CountText.Of(saved.Count, "image")}. On the other machine: ./run.sh run --images {Path.GetFileName(file)}", Tone.Good);
        return ExitCode.Green;
    }

    private static string Mebibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024 * 1024)} MiB");
}
