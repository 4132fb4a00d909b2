using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Estaleiro.Steps.Outcomes;

/// <summary>
/// The one place where values that differ from run to run (names with hashes, addresses, uids, times, versions) get the name
/// of what they are, so that outcomes of different runs, providers and Kubernetes versions compare equal.
/// </summary>
public sealed partial class Names
{
    private static readonly Dictionary<string, string> VolatileFields = new(StringComparer.Ordinal)
    {
        ["creationTimestamp"] = "a time",
        ["resourceVersion"] = "a revision",
        ["uid"] = "a uid",
    };

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    /// <summary>Gives a value its name. A value that has one keeps it.</summary>
    /// <returns>The name the value goes by.</returns>
    public string Give(string value, string name)
    {
        names.TryAdd(value, name);
        return names[value];
    }

    /// <summary>Names that know the same, and forget what they are told beyond.</summary>
    public Names Copy()
    {
        var copy = new Names();
        foreach (var (value, name) in names)
        {
            copy.names.Add(value, name);
        }

        return copy;
    }

    /// <summary>The text with every known value replaced by its name. Only whole words are values: 10.42.0.1 is not part of 10.42.0.12.</summary>
    public string Replace(string text)
    {
        foreach (var (value, name) in names.OrderByDescending(pair => pair.Key.Length))
        {
            text = Regex.Replace(text, $@"(?<![\w-]|\d\.){Regex.Escape(value)}(?![\w-]|\.\d)", name.Replace("$", "$$", StringComparison.Ordinal));
        }

        return text;
    }

    /// <summary>
    /// A copy of an object with names for values, a phrase for the metadata that is new every time, and without <c>managedFields</c>
    /// and <c>selfLink</c>, which say nothing of the object itself.
    /// </summary>
    public JsonNode? Replace(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map
            .Where(pair => pair.Key is not ("managedFields" or "selfLink"))
            .Select(pair => KeyValuePair.Create(Replace(pair.Key), VolatileFields.TryGetValue(pair.Key, out var phrase) && pair.Value is JsonValue
                ? JsonValue.Create(phrase)
                : Replace(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Replace)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Timestamp().IsMatch(text) ? "a time" : Replace(text)),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")]
    private static partial Regex Timestamp();
}
