using System.Text.Json;

namespace Estaleiro.Contract;

/// <summary>
/// What the test process knows of a scenario's failure beyond its message: evidence named <see cref="EvidenceNames.Failure"/>, as JSON.
/// </summary>
/// <param name="IsForWantOfCluster">
/// Whether the cluster, or what it needs, was not there. Such a failure says nothing about what the scenario checks.
/// </param>
/// <param name="Cause">The same for all failures of one cause, whichever object it befell; null if the message is all there is.</param>
public sealed record FailureNote(bool IsForWantOfCluster, string? Cause)
{
    /// <summary>The note as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads a note; null if it is none.</summary>
    public static FailureNote? TryParse(string json) => NoteJson.TryParse<FailureNote>(json);
}
