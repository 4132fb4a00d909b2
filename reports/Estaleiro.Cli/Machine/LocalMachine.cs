using Estaleiro.Clusters;
using Estaleiro.Clusters.Docker;
using Estaleiro.Machine.Doctor;
using Estaleiro.Machine.Setup;

namespace Estaleiro.Cli.Machine;

/// <summary>The machine that the command runs on.</summary>
internal sealed class LocalMachine : IMachine
{
    public async Task<(IReadOnlyList<Finding> Findings, bool CanStartClusters)> ExamineAsync(
        ClusterOptions options, CancellationToken cancellationToken)
    {
        var report = await MachineReport.ExamineAsync(options, cancellationToken);
        return (report.Findings, report.CanStartClusters);
    }

    public async Task<MachinePlan> PlanAsync(ClusterOptions options, CancellationToken cancellationToken)
    {
        var setup = await MachineSetup.PlanAsync(new SetupOptions { Cluster = options }, cancellationToken);
        return new MachinePlan(setup.Steps, setup.Obstacle, setup.ExecuteAsync);
    }

    public async Task EnsureImageAsync(ClusterOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var engine = await DockerEngine.ConnectAsync(cancellationToken);
        await NodeImageBuild.EnsureImageAsync(engine, options, progress, cancellationToken);
    }

    public Task<int> RemoveRunAsync(string runId, CancellationToken cancellationToken) => RunSweep.RemoveRunAsync(runId, cancellationToken);
}
