namespace Estaleiro.Reports.Html;

/// <summary>What a run recorded about a cluster when it was first used.</summary>
/// <param name="Name">The cluster.</param>
/// <param name="Kubernetes">Its version.</param>
/// <param name="Provider">The provider that started or joined it.</param>
/// <param name="Image">The image of its nodes, or null for an existing cluster.</param>
/// <param name="Nodes">Its nodes' names.</param>
/// <param name="Missing">The capabilities that it lacks, with the reasons.</param>
/// <param name="Digest">The image's digest, if known.</param>
/// <param name="Kit">The kit's version, if known.</param>
/// <param name="StartedAt">When its start began; null if it existed before the run.</param>
/// <param name="StartSeconds">How long the start took.</param>
public sealed record ClusterFacts(
    string Name, string? Kubernetes, string? Provider, string? Image, IReadOnlyList<string>? Nodes, IReadOnlyDictionary<string, string>? Missing,
    string? Digest = null, string? Kit = null, DateTimeOffset? StartedAt = null, double? StartSeconds = null);
