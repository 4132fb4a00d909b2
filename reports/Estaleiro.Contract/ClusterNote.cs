using System.Text.Json;

namespace Estaleiro.Contract;

/// <summary>What a run notes of a cluster when the first scenario gets it: evidence named <see cref="EvidenceNames.Cluster"/>, as JSON.</summary>
/// <param name="Name">The cluster.</param>
/// <param name="Kubernetes">Its version.</param>
/// <param name="Provider">The cluster provider.</param>
/// <param name="Image">The nodes' image; null on an existing cluster.</param>
/// <param name="Nodes">The nodes' names.</param>
/// <param name="Missing">The capabilities that it lacks, with the reasons.</param>
/// <param name="Digest">The image's content digest, where it is known.</param>
/// <param name="Kit">The kit's version.</param>
/// <param name="StartedAt">When its start began; null on an existing cluster.</param>
/// <param name="StartSeconds">How long the start took.</param>
public sealed record ClusterNote(
    string Name, string? Kubernetes, string? Provider, string? Image, IReadOnlyList<string>? Nodes, IReadOnlyDictionary<string, string>? Missing,
    string? Digest = null, string? Kit = null, DateTimeOffset? StartedAt = null, double? StartSeconds = null)
{
    /// <summary>The note as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads a note; null if it is none.</summary>
    public static ClusterNote? TryParse(string json) => NoteJson.TryParse<ClusterNote>(json) is { Name: not null } note ? note : null;
}
