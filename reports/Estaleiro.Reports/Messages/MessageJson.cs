using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Io.Cucumber.Messages.Types;

namespace Estaleiro.Reports.Messages;

/// <summary>
/// One Cucumber message as JSON. The official package brings the types and leaves JSON to its user
/// (https://github.com/cucumber/messages/tree/main/dotnet).
/// </summary>
internal static class MessageJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new SourceMediaTypeConverter(), new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads one line.</summary>
    /// <exception cref="JsonException">The line is not a message.</exception>
    internal static Envelope Deserialize(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<Envelope>(line, Options) ?? throw new JsonException("The line is 'null', not a message.");
        }
        catch (System.Exception exception) when (exception is ArgumentException or InvalidOperationException or NotSupportedException)
        {
            // The types' constructors refuse a message that lacks a required field.
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <summary>Writes one line, without the line feed.</summary>
    internal static byte[] Serialize(Envelope envelope) => JsonSerializer.SerializeToUtf8Bytes(envelope, Options);

    private sealed class SourceMediaTypeConverter : JsonConverter<SourceMediaType>
    {
        private const string Plain = "text/x.cucumber.gherkin+plain";
        private const string Markdown = "text/x.cucumber.gherkin+markdown";

        public override SourceMediaType Read(ref Utf8JsonReader reader, System.Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() == Markdown
                ? SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_MARKDOWN
                : SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN;

        public override void Write(Utf8JsonWriter writer, SourceMediaType value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value == SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_MARKDOWN ? Markdown : Plain);
    }
}
