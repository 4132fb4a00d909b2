using Estaleiro.Clusters;
using Estaleiro.Machine.Doctor;

namespace Estaleiro.Cli.Machine;

/// <summary>This machine as <c>Estaleiro.Clusters</c> knows it: the boundary that tests replace.</summary>
internal interface IMachine
{
    /// <summary>What the machine has, and whether a throwaway cluster can start.</summary>
    Task<(IReadOnlyList<Finding> Findings, bool CanStartClusters)> ExamineAsync(ClusterOptions options, CancellationToken cancellationToken);

    /// <summary>What would make it ready.</summary>
    /// <exception cref="ClusterException">That cannot be told.</exception>
    Task<MachinePlan> PlanAsync(ClusterOptions options, CancellationToken cancellationToken);

    /// <summary>Makes sure that nodes have an image to run from: builds the node image where it is the one to use and is not current.</summary>
    /// <exception cref="ClusterException">There is none, or it was not built.</exception>
    Task EnsureImageAsync(ClusterOptions options, IProgress<string> progress, CancellationToken cancellationToken);

    /// <summary>Removes everything of one run; returns how much that was.</summary>
    /// <exception cref="ClusterException">Docker does not answer.</exception>
    Task<int> RemoveRunAsync(string runId, CancellationToken cancellationToken);
}
