using Estaleiro.Cli.Machine;
using Estaleiro.Clusters;
using Estaleiro.Machine.Doctor;
using Estaleiro.Machine.Setup;

namespace Estaleiro.Cli.Tests.Fakes;

/// <summary>A machine that lacks Docker, or an image, or nothing, until it is set up.</summary>
internal sealed class FakeMachine : IMachine
{
    internal bool HasDocker { get; set; } = true;

    internal bool HasK3sImage { get; set; } = true;

    internal bool HasNodeImage { get; set; }

    internal bool IsSlow { get; set; }

    internal string? Obstacle { get; set; }

    internal List<string> Done { get; } = [];

    public Task<(IReadOnlyList<Finding> Findings, bool CanStartClusters)> ExamineAsync(
        ClusterOptions options, CancellationToken cancellationToken)
    {
        if (IsSlow)
        {
            return Task.FromResult<(IReadOnlyList<Finding>, bool)>(([new("Docker engine", FindingStatus.Warning, "did not answer in time")], false));
        }

        var k3s = options.Image is { } image && !image.StartsWith("estaleiro/", StringComparison.Ordinal) ? image : ClusterOptions.DefaultImage;
        IReadOnlyList<Finding> findings = HasDocker
            ?
            [
                new("Docker engine", FindingStatus.Ok, "20.10"),
                HasK3sImage ? new("k3s image", FindingStatus.Ok, $"{k3s} is here")
                    : new("k3s image", HasNodeImage ? FindingStatus.Ok : FindingStatus.Warning, $"{k3s} is not here and cannot be pulled (no such host)"),
                HasNodeImage ? new("node image", FindingStatus.Ok, $"{NodeImageBuild.Image} is here")
                    : new("node image", HasK3sImage ? FindingStatus.Ok : FindingStatus.Missing, $"{NodeImageBuild.Image} is not built", "./run.sh --yes"),
            ]
            : [new("Docker engine", FindingStatus.Missing, "not installed", "apt-get install docker.io")];
        return Task.FromResult((findings, HasDocker && (HasK3sImage || HasNodeImage)));
    }

    public Task<MachinePlan> PlanAsync(ClusterOptions options, CancellationToken cancellationToken) => Task.FromResult(new MachinePlan(
        HasDocker || Obstacle is not null ? [] : [new SetupStep("install docker.io", ["apt-get install docker.io"])],
        Obstacle,
        (progress, _) =>
        {
            progress.Report("installing");
            Done.Add("setup");
            HasDocker = true;
            return Task.CompletedTask;
        }));

    public Task EnsureImageAsync(ClusterOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (options.Image is { } asked && asked != NodeImageBuild.Image)
        {
            return HasK3sImage ? Task.CompletedTask : throw new ClusterException($"The image {asked} is not here and cannot be pulled (no such host)");
        }

        if (!IsSlow && !HasNodeImage && !(options.Image is null && HasK3sImage))
        {
            progress.Report("[  12s] kubelet");
            Done.Add("image");
            HasNodeImage = true;
        }

        return Task.CompletedTask;
    }

    public Task<int> RemoveRunAsync(string runId, CancellationToken cancellationToken)
    {
        Done.Add($"remove {runId}");
        return Task.FromResult(2);
    }
}
