using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace Estaleiro.Steps.Workloads;

/// <summary>YAML manifests as the API server's JSON.</summary>
public static class Manifest
{
    /// <summary>Every document of a YAML text.</summary>
    /// <exception cref="FormatException">The text is not YAML, or a document is not an object.</exception>
    public static IReadOnlyList<JsonObject> Parse(string yaml)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            var deserializer = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();
            var documents = new List<JsonObject>();
            parser.Consume<StreamStart>();
            while (parser.Accept<DocumentStart>(out _))
            {
                var document = deserializer.Deserialize<object?>(parser);
                documents.Add(ToNode(document) as JsonObject ?? throw new FormatException("A manifest is an object with apiVersion, kind and metadata."));
            }

            return documents;
        }
        catch (YamlException exception)
        {
            throw new FormatException($"The manifest is not YAML (line {exception.Start.Line}): {exception.Message}", exception);
        }
    }

    private static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        IDictionary<object, object> map => new JsonObject(map.Select(pair => KeyValuePair.Create($"{pair.Key}", ToNode(pair.Value)))),
        IList<object> list => new JsonArray([.. list.Select(ToNode)]),
        _ => JsonSerializer.SerializeToNode(value),
    };
}
