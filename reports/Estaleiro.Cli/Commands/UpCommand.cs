using System.CommandLine;
using System.Globalization;
using Estaleiro.Cli.Machine;
using Estaleiro.Cli.Running;
using Estaleiro.Cli.Terminal;
using Estaleiro.Clusters;

namespace Estaleiro.Cli.Commands;

/// <summary><c>up</c>: starts a cluster to play with.</summary>
internal sealed class UpCommand
{
    internal const string DefaultName = "play";

    internal UpCommand(CliServices services, SharedOptions shared)
    {
        var name = new NameOfCluster($"The cluster's name (default: {DefaultName}).");
        var nodes = OptionParsers.WholeNumber("--nodes", "n", 1, "The number of nodes (default: 1).");
        var nodeNames = new Option<string[]>("--node-names")
        {
            HelpName = "names",
            Description = "The names of its nodes instead of their number.",
            AllowMultipleArgumentsPerToken = true,
        };
        var image = new Option<string?>("--image")
        {
            HelpName = "name:tag",
            Description = $"The image of its nodes (default: {ClusterOptions.DefaultImage}, else the kit's own node image).",
        };
        var kubernetes = OptionParsers.Release("--kubernetes", "Use the newest of the kit's own node images of this release (see 'image build').");
        var port = OptionParsers.WholeNumber("--port", "port", 1, "The port of its API server on this machine (default: any free port).");
        Command = new Command("up", "Starts a cluster to play with. It runs until you remove it with 'down'.") { name.Argument, name.Option, nodes, nodeNames, image, kubernetes, port };
        Command.Validators.Add(name.Validate);
        Command.Options.Add(shared.Yes);
        Command.SetAction(async (parsed, cancellationToken) =>
        {
            var environment = ClusterOptions.FromEnvironment();
            var options = environment with
            {
                Provider = new ClusterOptions().Provider,
                Image = await ReleaseChoice.ImageAsync(
                    services, parsed.GetValue(kubernetes), parsed.GetValue(image) ?? environment.Image, cancellationToken),
            };
            await new MachineReadiness(services.Machine, services.Output, services.Prompt)
                .EnsureAsync(options, shared.IsYes(parsed), cancellationToken);
            var spec = parsed.GetValue(nodeNames) is { Length: > 0 } names
                ? ClusterSpec.SingleNode.WithOnlyNodes(names.Select(node => new NodeSpec(node)))
                : Spec(parsed.GetValue(nodes) ?? 1);
            var progress = new LineProgress(line => services.Output.Line(line, Tone.Quiet));
            var cluster = await services.KeptClusters.StartAsync(
                name.Of(parsed) ?? DefaultName, spec, parsed.GetValue(port), options, progress, cancellationToken);
            Tell(services.Output, cluster);
            return ExitCode.Green;
        });
    }

    internal Command Command { get; }

    private static ClusterSpec Spec(int nodes)
    {
        var spec = ClusterSpec.SingleNode;
        for (var number = 2; number <= nodes; number++)
        {
            spec = spec.WithNode(new NodeSpec("node" + number.ToString(CultureInfo.InvariantCulture)));
        }

        return spec;
    }

    private static void Tell(CliOutput output, KeptCluster cluster)
    {
        output.Line();
        output.Line($"The cluster '{cluster.Name}' is ready ({cluster.Image}). To use it:", Tone.Good);
        var path = cluster.KubeconfigPath ?? throw new InvalidOperationException($"The cluster '{cluster.Name}' has no kubeconfig.");
        output.Line($"  export KUBECONFIG='{path.Replace("'", "'\\''", StringComparison.Ordinal)}'");
        output.Line($"  $env:KUBECONFIG = '{path.Replace("'", "''", StringComparison.Ordinal)}'   # PowerShell");
        output.Line($"To remove it: ./run.sh down{(cluster.Name == DefaultName ? "" : " " + cluster.Name)}");
    }
}
