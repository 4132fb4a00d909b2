using System.Globalization;
using System.Text.Json.Nodes;

namespace Estaleiro.Steps.Api;

/// <summary>
/// Fields as specs name them: <c>data.tune</c>, <c>status.conditions[Ready].status</c>. What stands in brackets is an element's place in the
/// list, or its <c>type</c>, <c>name</c> or <c>effect</c>. A name after a list means that field of each item, as in <c>items.metadata.name</c>.
/// </summary>
public static class FieldPath
{
    private static readonly string[] Keys = ["type", "name", "effect"];

    /// <summary>The field's value as text, or null where it is not set. A list of plain values reads as them, with spaces between.</summary>
    public static string? Read(JsonNode? document, string path)
    {
        var found = path.Split('.').Aggregate(document, Step);
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

    private static JsonNode? Step(JsonNode? node, string step)
    {
        var parts = step.TrimEnd(']').Split('[', 2);
        var found = Field(node, parts[0]);
        return parts.Length == 2 ? Element(found as JsonArray, parts[1]) : found;
    }

    private static JsonNode? Field(JsonNode? node, string name) => node switch
    {
        JsonArray list => new JsonArray([.. list.Select(item => Field(item, name)?.DeepClone()).Where(item => item is not null)]),
        JsonObject map => map[name],
        _ => null,
    };

    private static JsonNode? Element(JsonArray? list, string which) =>
        int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? list?.ElementAtOrDefault(place)
            : list?.FirstOrDefault(element => Keys.Any(key => (string?)element?[key] == which));
}
