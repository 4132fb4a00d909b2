using System.Text.Json.Nodes;

namespace Estaleiro.Steps.Api;

/// <summary>
/// Fields as specs name them: <c>data.tune</c>, <c>spec.replicas</c>. Names only, no list indices: a name after a list means that field
/// of each item, as in <c>items.metadata.name</c>.
/// </summary>
public static class FieldPath
{
    /// <summary>The field's value as text, or null where it is not set. A list of plain values reads as them, with spaces between.</summary>
    public static string? Read(JsonObject document, string path)
    {
        var found = path.Split('.').Aggregate<string, JsonNode?>(document, Step);
        return found is JsonArray list ? string.Join(' ', Flat(list)) : found?.ToString();
    }

    /// <summary>Sets a text field, making the objects on the way.</summary>
    public static void Write(JsonObject document, string path, string value)
    {
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            if (document[name] is not JsonObject next)
            {
                document[name] = next = [];
            }

            document = next;
        }

        document[names[^1]] = value;
    }

    private static IEnumerable<string> Flat(JsonArray list) =>
        list.SelectMany(item => item is JsonArray inner ? Flat(inner) : [item?.ToString() ?? ""]);

    private static JsonNode? Step(JsonNode? node, string name) => node switch
    {
        JsonArray list => new JsonArray([.. list.Select(item => Step(item, name)?.DeepClone()).Where(item => item is not null)]),
        JsonObject map => map[name],
        _ => null,
    };
}
