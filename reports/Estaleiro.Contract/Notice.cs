using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Estaleiro.Contract;

/// <summary>
/// What the test process tells while it runs: a line of JSON in the file that <see cref="EnvironmentVariables.Progress"/> names. What the command
/// line acts on has a type of its own; everything else is a <see cref="TextNotice"/>, shown as it is.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TextNotice), "text")]
[JsonDerivedType(typeof(WaitNotice), "wait")]
public abstract record Notice
{
    // People read the file too: › and ' stay as they are.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The notice as one line of JSON, without a line break.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads a line; null if it is no notice.</summary>
    public static Notice? TryParse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Notice>(line, Json);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            // Cut short by a full disk, or of a kind that this version does not know.
            return null;
        }
    }
}
