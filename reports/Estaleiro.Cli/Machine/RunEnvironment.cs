using Estaleiro.AddOns.Processes;
using Estaleiro.Cli.Commands;
using Estaleiro.Cli.Running;
using Estaleiro.Cli.Terminal;
using Estaleiro.Clusters;
using Estaleiro.Clusters.Existing;
using Estaleiro.Clusters.Sweeping;

namespace Estaleiro.Cli.Machine;

/// <summary>Docker and an image for throwaway clusters, or a named context for an existing one.</summary>
internal sealed class RunEnvironment(IMachine machine, IContextSweeps sweeps, CliOutput output, IPrompt prompt) : IRunEnvironment
{
    private bool usesDocker;
    private ClusterOptions? existing;
    private IReadOnlyList<Leftover> abandoned = [];

    public async Task<IReadOnlyList<KeyValuePair<string, string>>> PrepareAsync(RunOptions options, CancellationToken cancellationToken)
    {
        // Report environment problems now, instead of once per scenario.
        _ = ClusterOptions.FromEnvironment();
        var provider = options.Cluster ?? new ClusterOptions().Provider;
        if (provider == ClusterOptions.Existing)
        {
            await RequireContextAsync(options, cancellationToken);
            var environment = ClusterOptions.FromEnvironment();
            existing = environment with
            {
                Provider = provider,
                Context = options.Context,
                Kubeconfig = options.Kubeconfig,
                TimeoutScale = options.TimeoutScale ?? environment.TimeoutScale,
                Allowed = options.Allowed.Count > 0 ? options.Allowed : environment.Allowed,
                NamespacedOnly = options.NamespacedOnly || environment.NamespacedOnly,
                ToolboxImage = options.ToolboxImage ?? (options.Registry is null ? environment.ToolboxImage : WorkloadImage.From(options.Registry)),
            };
            await sweeps.CheckAsync(existing, cancellationToken);
            await RemoveAbandonedAsync(existing, cancellationToken);
            if (existing.Allowed.Contains(Permission.HollowNodes))
            {
                output.Line(Permission.HollowNodesWarning, Tone.Warning);
            }

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

    private async Task RemoveAbandonedAsync(ClusterOptions cluster, CancellationToken cancellationToken)
    {
        (abandoned, var unknown) = await sweeps.RemoveAbandonedAsync(cluster, cancellationToken);
        foreach (var leftover in abandoned)
        {
            output.Line($"removed {leftover}, which a killed run left", Tone.Quiet);
        }

        if (unknown.Count > 0)
        {
            output.Line($"Left by runs on another machine, or before this one was started: {string.Join(", ", unknown)}.", Tone.Warning);
            output.Line($"If they have ended, remove it: {CleanCommand.Line(cluster.Context!)}", Tone.Warning);
        }
    }

    public async Task<IReadOnlyList<string>> RemoveLeftoversAsync(string runId, CancellationToken cancellationToken)
    {
        try
        {
            if (existing is not null)
            {
                return await RemoveFromClusterAsync(existing with { RunId = runId }, cancellationToken);
            }

            if (!usesDocker)
            {
                return [];
            }

            var count = await machine.RemoveRunAsync(runId, cancellationToken);
            return count == 0 ? [] : [$"{count} containers and networks that the run left behind"];
        }
        catch (ClusterException exception)
        {
            throw CliException.Environment(exception.Message, exception);
        }
    }

    private async Task<IReadOnlyList<string>> RemoveFromClusterAsync(ClusterOptions cluster, CancellationToken cancellationToken)
    {
        var (removed, held) = await sweeps.RemoveRunAsync(cluster, cancellationToken);
        List<string> all = [.. held, .. abandoned.Count == 0 ? [] : await sweeps.RemoveAsync(cluster, abandoned, cancellationToken)];
        foreach (var sentence in all)
        {
            output.Line(sentence, Tone.Warning);
        }

        if (all.Count > 0)
        {
            output.Line($"Remove what holds it, then see whether anything is left: {CleanCommand.Line(cluster.Context!)}", Tone.Warning);
        }

        return [.. removed.Where(leftover => !leftover.IsGoing).Select(leftover => $"{leftover}, which the run left behind")];
    }
}
