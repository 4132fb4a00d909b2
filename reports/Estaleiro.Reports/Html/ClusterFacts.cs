namespace Estaleiro.Reports.Html;

/// <summary>What a run noted of a cluster when the first scenario got it.</summary>
/// <param name="Name">The cluster.</param>
/// <param name="Kubernetes">Its version.</param>
/// <param name="Provider">Who started or joined it.</param>
/// <param name="Image">What its nodes run, or null on an existing cluster.</param>
/// <param name="Nodes">Its nodes' names.</param>
/// <param name="Missing">The capabilities it lacks, with the reasons.</param>
/// <param name="Digest">That image's content digest, where it is known.</param>
/// <param name="Kit">The kit's version, where it is known.</param>
/// <param name="StartedAt">When its start began; null where it was there before the run.</param>
/// <param name="StartSeconds">How long the start took.</param>
public sealed record ClusterFacts(
    string Name, string? Kubernetes, string? Provider, string? Image, IReadOnlyList<string>? Nodes, IReadOnlyDictionary<string, string>? Missing,
    string? Digest = null, string? Kit = null, DateTimeOffset? StartedAt = null, double? StartSeconds = null);
