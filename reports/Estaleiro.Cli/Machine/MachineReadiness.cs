using Estaleiro.Cli.Terminal;
using Estaleiro.Clusters;
using Estaleiro.Machine.Doctor;
using Estaleiro.Machine.Setup;

namespace Estaleiro.Cli.Machine;

/// <summary>Makes a machine ready for throwaway clusters, after asking the user.</summary>
internal sealed class MachineReadiness(IMachine machine, CliOutput output, IPrompt prompt)
{
    // The names of image findings in the machine report.
    private const string K3sImage = "k3s image";
    private const string NodeImage = "node image";

    /// <summary>Checks the machine, and sets up what is missing if the kit can.</summary>
    /// <param name="options">Which image to use.</param>
    /// <param name="yes">Whether the user agreed in advance.</param>
    /// <param name="cancellationToken">Stops the set-up; what was already installed stays.</param>
    /// <exception cref="CliException">The machine is not ready; one line says why and what to do.</exception>
    /// <exception cref="ClusterException">A step failed.</exception>
    internal async Task EnsureAsync(ClusterOptions options, bool yes, CancellationToken cancellationToken)
    {
        var (findings, canStart) = await machine.ExamineAsync(options, cancellationToken);
        if (canStart || !IsMissingSomething(findings))
        {
            await machine.EnsureImageAsync(options, Lines(), cancellationToken);
            return;
        }

        var plan = await machine.PlanAsync(options, cancellationToken);
        if (plan.Obstacle is { } obstacle)
        {
            throw CliException.Environment(obstacle);
        }

        var wantsImage = options.Image is null or NodeImageBuild.Image && Find(findings, NodeImage)?.Status != FindingStatus.Ok;
        if (plan.Steps.Count == 0 && !wantsImage)
        {
            throw CliException.Environment(Explain(options, findings));
        }

        output.Line("This machine cannot start a cluster yet. To make it ready:");
        foreach (var step in plan.Steps)
        {
            output.Line($"  {step.Title}");
            foreach (var command in step.Commands)
            {
                output.Line($"    {command}", Tone.Quiet);
            }
        }

        if (wantsImage)
        {
            output.Line(plan.Steps.Count == 0
                ? "  build the node image from Debian packages (minutes, once)"
                : "  build the node image from Debian packages if no k3s image can be pulled (minutes, once)");
        }

        if (!yes && !prompt.Confirm("Do this now?"))
        {
            throw CliException.Environment(prompt.CanAsk
                ? "Nothing was changed. './run.sh doctor' shows what is missing."
                : "This machine cannot start a cluster yet, and there is no terminal to ask for confirmation. Run './run.sh --yes' to do the steps above.");
        }

        await plan.ExecuteAsync(Lines(), cancellationToken);
        (findings, canStart) = await machine.ExamineAsync(options, cancellationToken);
        if (wantsImage && Find(findings, NodeImage)?.Status == FindingStatus.Missing)
        {
            await machine.EnsureImageAsync(options, Lines(), cancellationToken);
            (findings, canStart) = await machine.ExamineAsync(options, cancellationToken);
        }

        if (!canStart && IsMissingSomething(findings))
        {
            throw CliException.Environment(Explain(options, findings));
        }

        await machine.EnsureImageAsync(options, Lines(), cancellationToken);
    }

    private static string Explain(ClusterOptions options, IReadOnlyList<Finding> findings)
    {
        var missing = findings.FirstOrDefault(finding => finding.Status == FindingStatus.Missing);
        var image = options.Image is null ? null : Find(findings, K3sImage);
        var said = image is { Status: not FindingStatus.Ok } ? image : missing;
        return said is null
            ? "This machine cannot start a cluster. './run.sh doctor' shows why."
            : $"{said.Name}: {said.Found}{(said.Fix is null ? "" : $". To fix it: {said.Fix}")}";
    }

    // On a busy machine a probe may time out. Then the cluster's start decides.
    private static bool IsMissingSomething(IReadOnlyList<Finding> findings) => findings.Any(finding => finding.Status == FindingStatus.Missing);

    private static Finding? Find(IReadOnlyList<Finding> findings, string name) => findings.FirstOrDefault(finding => finding.Name == name);

    private LineProgress Lines() => new(line => output.Line($"  {line}", Tone.Quiet));
}
