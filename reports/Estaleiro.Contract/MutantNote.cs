using System.Text.Json;

namespace Estaleiro.Contract;

/// <summary>What the test process tells of its mutant: a line of JSON in <see cref="RunFiles.Mutant"/>.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Text">To what: the cluster, or why not.</param>
public sealed record MutantNote(MutantNoteKind Kind, string Text)
{
    /// <summary>The note as JSON, without a line break.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads a note; null if it is none.</summary>
    public static MutantNote? TryParse(string json) => NoteJson.TryParse<MutantNote>(json) is { Text: not null } note ? note : null;
}
