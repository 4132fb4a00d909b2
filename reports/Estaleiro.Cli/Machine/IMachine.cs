using Estaleiro.Clusters;
using Estaleiro.Machine.Doctor;

namespace Estaleiro.Cli.Machine;

/// <summary>This machine, as <c>Estaleiro.Clusters</c> sees it. Tests replace this interface.</summary>
internal interface IMachine
{
    /// <summary>Checks what the machine has, and whether a throwaway cluster can start.</summary>
    Task<(IReadOnlyList<Finding> Findings, bool CanStartClusters)> ExamineAsync(ClusterOptions options, CancellationToken cancellationToken);

    /// <summary>Plans the steps that make the machine ready.</summary>
    /// <exception cref="ClusterException">The steps cannot be determined.</exception>
    Task<MachinePlan> PlanAsync(ClusterOptions options, CancellationToken cancellationToken);

    /// <summary>
    /// Ensures that there is an image for the nodes. Builds the kit's node image if it is the one to use and is out of date.
    /// </summary>
    /// <exception cref="ClusterException">There is no image, or the build failed.</exception>
    Task EnsureImageAsync(ClusterOptions options, IProgress<string> progress, CancellationToken cancellationToken);

    /// <summary>Removes everything that belongs to one run; returns the number of objects removed.</summary>
    /// <exception cref="ClusterException">Docker does not answer.</exception>
    Task<int> RemoveRunAsync(string runId, CancellationToken cancellationToken);
}
