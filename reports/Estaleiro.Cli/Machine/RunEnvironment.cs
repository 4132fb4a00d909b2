using Estaleiro.AddOns.Processes;
using Estaleiro.Cli.Running;
using Estaleiro.Cli.Terminal;
using Estaleiro.Clusters;
using Estaleiro.Clusters.Existing;

namespace Estaleiro.Cli.Machine;

/// <summary>Docker and an image for throwaway clusters, or a named context for an existing one.</summary>
internal sealed class RunEnvironment(IMachine machine, CliOutput output, IPrompt prompt) : IRunEnvironment
{
    private const string Existing = "kubeconfig";

    // On an existing cluster a run leaves namespaces, not containers. The provider's own sweep removes them.
    private bool usesDocker;

    public async Task<IReadOnlyList<KeyValuePair<string, string>>> PrepareAsync(RunOptions options, CancellationToken cancellationToken)
    {
        // Report environment problems now, instead of once per scenario.
        _ = ClusterOptions.FromEnvironment();
        var provider = options.Cluster ?? new ClusterOptions().Provider;
        if (provider == Existing)
        {
            await RequireContextAsync(options, cancellationToken);
            return [new("cluster", provider), new("context", options.Context!)];
        }

        usesDocker = true;
        var cluster = new ClusterOptions { Provider = provider, Image = options.Image, CgroupNamespace = options.CgroupNamespace };
        await new MachineReadiness(machine, output, prompt).EnsureAsync(cluster, options.Yes, cancellationToken);
        return options.Image is null ? [new("cluster", provider)] : [new("cluster", provider), new("image", options.Image)];
    }

    private static async Task RequireContextAsync(RunOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await new KubectlConfig(options.Kubeconfig, Environment.GetEnvironmentVariable).RequireContextAsync(options.Context, cancellationToken);
        }
        catch (ClusterException exception)
        {
            throw new CliException(SearchPath.Find("kubectl") is null ? ExitCode.Environment : ExitCode.Usage, exception.Message, exception);
        }
    }

    public async Task<IReadOnlyList<string>> RemoveLeftoversAsync(string runId, CancellationToken cancellationToken)
    {
        if (!usesDocker)
        {
            return [];
        }

        try
        {
            var count = await machine.RemoveRunAsync(runId, cancellationToken);
            return count == 0 ? [] : [$"{count} containers and networks that the run left behind"];
        }
        catch (ClusterException exception)
        {
            throw CliException.Environment(exception.Message, exception);
        }
    }
}
