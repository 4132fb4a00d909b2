using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Estaleiro.Specs.Tests.Messages;

/// <summary>The JSON schema of Cucumber messages.</summary>
internal static class MessageSchema
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(LoadAsync);

    /// <summary>What is wrong with a line; empty if nothing is.</summary>
    public static async Task<IReadOnlyList<string>> ValidateAsync(string line) =>
        [.. (await Schema.Value).Validate(line).Select(problem => $"{problem} in {line}")];

    private static async Task<JsonSchema> LoadAsync()
    {
        await using var stream = typeof(MessageSchema).Assembly.GetManifestResourceStream("messages.schema.json")!;
        var schema = (await JsonNode.ParseAsync(stream))!.AsObject();

        // The validator knows references within a document only: give every part a place under "definitions".
        var definitions = new JsonObject();
        foreach (var (id, definition) in schema["$defs"]!.AsObject().ToArray())
        {
            var copy = definition!.DeepClone().AsObject();
            copy.Remove("$id");
            copy.Remove("$schema");
            foreach (var (name, inner) in copy["definitions"]?.AsObject().ToArray() ?? [])
            {
                definitions.Add(name, inner!.DeepClone());
            }

            copy.Remove("definitions");
            definitions.Add(Name(id), copy);
        }

        schema.Remove("$defs");
        schema.Remove("$id");
        schema.Remove("$schema");
        schema["definitions"] = definitions;
        Rewrite(schema);
        return await JsonSchema.FromJsonAsync(schema.ToJsonString(new JsonSerializerOptions()));
    }

    private static void Rewrite(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                if (json["$ref"] is JsonValue reference)
                {
                    json["$ref"] = "#/definitions/" + Name(reference.GetValue<string>());
                }

                foreach (var (_, child) in json)
                {
                    Rewrite(child);
                }

                break;
            case JsonArray array:
                foreach (var child in array)
                {
                    Rewrite(child);
                }

                break;
        }
    }

    private static string Name(string id) => id[(id.LastIndexOf('/') + 1)..].Replace(".schema.json", "", StringComparison.Ordinal);
}
