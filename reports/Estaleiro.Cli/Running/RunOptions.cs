using Estaleiro.Cli.Features;

namespace Estaleiro.Cli.Running;

/// <summary>The options of <c>run</c>. Null values come from the test process's environment or its defaults.</summary>
internal sealed record RunOptions
{
    internal string? Tags { get; init; }

    internal IReadOnlyList<string> Features { get; init; } = [];

    internal SelectionRequest Selection { get; init; } = new();

    internal RoundRequest Rounds { get; init; } = new();

    internal string? Cluster { get; init; }

    internal string? Context { get; init; }

    internal string? Kubeconfig { get; init; }

    /// <summary>The folders of a user's features to run instead of the kit's own.</summary>
    internal IReadOnlyList<string> Specs { get; init; } = [];

    internal string? Image { get; init; }

    /// <summary>What the kit may do on an existing cluster: names of <see cref="Clusters.Permission"/>.</summary>
    internal IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Whether scenarios are skipped that need rights which the user lacks.</summary>
    internal bool NamespacedOnly { get; init; }

    /// <summary>The registry of the workloads' images, or null for their own.</summary>
    internal string? Registry { get; init; }

    /// <summary>The image of the specs' pods, or null for the default.</summary>
    internal string? ToolboxImage { get; init; }

    /// <summary>The Kubernetes release that chooses among the kit's own node images, instead of <see cref="Image"/>; minor or patch.</summary>
    internal string? Kubernetes { get; init; }

    /// <summary>A bundle of images to load first, or null.</summary>
    internal string? Images { get; init; }

    internal int? Parallel { get; init; }

    internal double? TimeoutScale { get; init; }

    internal string? CgroupNamespace { get; init; }

    internal string? Out { get; init; }

    /// <summary>Whether to only bind the steps and start nothing.</summary>
    internal bool DryRun { get; init; }

    /// <summary>Whether to keep the clusters and namespaces of failed scenarios.</summary>
    internal bool Keep { get; init; }

    /// <summary>Whether a presenter controls the run step by step.</summary>
    internal bool Workshop { get; init; }

    /// <summary>The address of the workshop session for the test process, or null.</summary>
    internal string? WorkshopSocket { get; init; }

    internal Reports.JUnit.JUnitGranularity JUnit { get; init; }

    internal bool Yes { get; init; }

    /// <summary>The file of a mutant with which every cluster is broken, or null.</summary>
    internal string? Mutant { get; init; }

    internal bool Verbose { get; init; }
}
