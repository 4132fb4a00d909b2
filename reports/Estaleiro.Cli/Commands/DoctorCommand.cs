using System.CommandLine;
using Estaleiro.Cli.Machine;
using Estaleiro.Cli.Terminal;
using Estaleiro.Clusters;
using Estaleiro.Machine.Doctor;

namespace Estaleiro.Cli.Commands;

/// <summary><c>doctor</c>: shows what the machine has and lacks.</summary>
internal sealed class DoctorCommand
{
    internal DoctorCommand(CliServices services, SharedOptions shared)
    {
        var fix = new Option<bool>("--fix") { Description = "Set up what is missing, after asking." };
        var image = new Option<string?>("--image") { HelpName = "name:tag", Description = "The node image to check for." };
        var context = new Option<string?>("--context") { HelpName = "name", Description = "Instead, show what the cluster of this context can do; changes nothing." };
        var kubeconfig = new Option<string?>("--kubeconfig") { HelpName = "path", Description = "The kubeconfig file of the context." };
        Command = new Command("doctor", "Shows what this machine has for a run, what is missing, and the command that fixes it.") { fix, image, context, kubeconfig };
        Command.Options.Add(shared.Yes);
        Command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(context) is { } name)
            {
                var existing = new ClusterOptions { Provider = ClusterOptions.Existing, Context = name, Kubeconfig = parsed.GetValue(kubeconfig) };
                return await new ContextExamination(services).TellAsync(existing, cancellationToken);
            }

            var yes = parsed.GetValue(shared.Yes);
            var environment = ClusterOptions.FromEnvironment();
            var options = environment with { Image = parsed.GetValue(image) ?? environment.Image };
            if (yes || parsed.GetValue(fix))
            {
                await new MachineReadiness(services.Machine, services.Output, services.Prompt).EnsureAsync(options, yes, cancellationToken);
            }

            return await TellAsync(services, options, cancellationToken);
        });
    }

    internal Command Command { get; }

    private static async Task<int> TellAsync(CliServices services, ClusterOptions options, CancellationToken cancellationToken)
    {
        var (findings, canStart) = await services.Machine.ExamineAsync(options, cancellationToken);
        foreach (var finding in findings)
        {
            var (mark, tone) = finding.Status switch
            {
                FindingStatus.Ok => ("ok     ", Tone.Good),
                FindingStatus.Warning => ("warning", Tone.Warning),
                _ => ("missing", Tone.Bad),
            };
            services.Output.Line($"{mark}  {finding.Name}: {finding.Found}", tone);
            if (finding.Fix is not null)
            {
                services.Output.Line($"         → {finding.Fix}");
            }
        }

        services.Output.Line();
        services.Output.Line(
            canStart ? "This machine can start throwaway clusters." : "This machine cannot start throwaway clusters yet. './run.sh doctor --fix' sets up what it can.",
            canStart ? Tone.Good : Tone.Bad);
        return canStart ? ExitCode.Green : ExitCode.Environment;
    }
}
