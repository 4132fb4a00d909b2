using System.Globalization;
using System.Text.Json.Nodes;

namespace Estaleiro.Steps.Api;

/// <summary>
/// Where a value is in an object, as specs write it: <c>status.readyReplicas</c>, <c>status.conditions[Ready].status</c>. What stands in
/// brackets is an element's place in the list, or its <c>type</c>, <c>name</c> or <c>effect</c>.
/// </summary>
public static class ObjectPath
{
    private static readonly string[] Keys = ["type", "name", "effect"];

    /// <summary>The value as text, or null where there is none.</summary>
    public static string? Read(JsonNode? document, string path)
    {
        var node = document;
        foreach (var step in path.Split('.'))
        {
            var parts = step.TrimEnd(']').Split('[', 2);
            node = (node as JsonObject)?[parts[0]];
            if (parts.Length == 2)
            {
                node = Element(node as JsonArray, parts[1]);
            }
        }

        return node?.ToString();
    }

    private static JsonNode? Element(JsonArray? list, string which) =>
        int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? list?.ElementAtOrDefault(place)
            : list?.FirstOrDefault(element => Keys.Any(key => (string?)element?[key] == which));
}
