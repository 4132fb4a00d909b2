using System.CommandLine;
using Estaleiro.Cli.Running;
using Estaleiro.Cli.Terminal;
using Estaleiro.Clusters;
using Estaleiro.Clusters.Sweeping;

namespace Estaleiro.Cli.Commands;

/// <summary><c>clean</c>: shows and removes what runs left on an existing cluster.</summary>
internal sealed class CleanCommand
{
    internal CleanCommand(CliServices services)
    {
        var context = new Option<string>("--context")
        {
            HelpName = "name",
            Description = "The kubeconfig context of the cluster.",
            Required = true,
        };
        var kubeconfig = new Option<string?>("--kubeconfig")
        {
            HelpName = "path",
            Description = "The kubeconfig file (default: KUBECONFIG, then ~/.kube/config).",
        };
        var yes = new Option<bool>("--yes", "-y") { Description = "Remove what is found without asking." };
        Command = new Command("clean", "Shows what runs left on an existing cluster, and removes it after asking.")
        {
            context, kubeconfig, yes,
        };
        Command.SetAction((parsed, cancellationToken) =>
        {
            var options = new ClusterOptions
            {
                Provider = ClusterOptions.Existing,
                Context = parsed.GetValue(context),
                Kubeconfig = parsed.GetValue(kubeconfig),
            };
            return CleanAsync(services, options, parsed.GetValue(yes), cancellationToken);
        });
    }

    internal Command Command { get; }

    /// <summary>The command line that cleans a context.</summary>
    internal static string Line(string context) => $"./run.sh clean --context {context}";

    private static async Task<int> CleanAsync(CliServices services, ClusterOptions options, bool yes, CancellationToken cancellationToken)
    {
        var found = await services.ContextSweeps.FindAsync(options, cancellationToken);
        foreach (var leftover in found)
        {
            services.Output.Line($"{leftover}: {Explain(leftover.State)}");
        }

        List<Leftover> removable = [.. found.Where(leftover => leftover.State != LeftoverState.InUse)];
        if (removable.Count == 0)
        {
            services.Output.Line($"Runs left nothing on context {options.Context}.", Tone.Good);
            return ExitCode.Green;
        }

        var objects = CountText.Of(removable.Count, "object");
        if (!yes && !services.Prompt.Confirm($"Remove {objects}?"))
        {
            services.Output.Line($"To remove {objects}: {Line(options.Context!)} --yes");
            return ExitCode.Green;
        }

        var held = await services.ContextSweeps.RemoveAsync(options, removable, cancellationToken);
        foreach (var sentence in held)
        {
            services.Output.Line(sentence, Tone.Warning);
        }

        services.Output.Line(
            $"Removed {CountText.Of(removable.Count - held.Count, "object")}.", held.Count == 0 ? Tone.Good : Tone.Warning);
        return held.Count == 0 ? ExitCode.Green : ExitCode.Failed;
    }

    private static string Explain(LeftoverState state) => state switch
    {
        LeftoverState.Abandoned => "its run was killed",
        LeftoverState.Kept => "kept with --keep",
        LeftoverState.InUse => "its run is running on this machine, so it stays",
        _ => "its run was on another machine, or before this one was started; make sure that it has ended",
    };
}
