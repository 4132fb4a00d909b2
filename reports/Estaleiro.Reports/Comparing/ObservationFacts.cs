using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Estaleiro.Reports.Comparing;

/// <summary>Reads what a scenario's <c>observations.yaml</c> shows, in a form that is the same whatever the objects are called.</summary>
internal static partial class ObservationFacts
{
    /// <summary>Belong to the scenario's manifest, or hold anything.</summary>
    private static readonly HashSet<string> Opaque = new(StringComparer.Ordinal) { "data", "stringData", "binaryData", "matchLabels", "openAPIV3Schema" };

    /// <summary>
    /// Events that come by chance, in any release: two writers met, a probe or a mount came too early.
    /// </summary>
    private static readonly HashSet<string> ByChance = new(StringComparer.Ordinal)
    {
        "FailedMount", "FailedToUpdateEndpoint", "FailedToUpdateEndpointSlices", "Unhealthy",
    };

    private static readonly string[] Keys = ["type", "effect"];

    /// <summary>The facts, and the cluster's version; nothing where the text is no observations, or says why there are none.</summary>
    internal static (string? Kubernetes, HashSet<ObservedFact> Facts) Read(string text)
    {
        var facts = new HashSet<ObservedFact>();
        Dictionary<object, object?>? document;
        try
        {
            // What is masked within a value begins like an alias.
            document = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object?>?>(text.Replace(": ***", ": masked", StringComparison.Ordinal));
        }
        catch (YamlException)
        {
            return (null, facts);
        }

        foreach (var item in Items(document, "objects"))
        {
            var kind = Text(item, "kind");
            facts.Add(new(kind, "", null));
            foreach (var (key, value) in item.Where(pair => pair.Key is not ("kind" or "apiVersion")))
            {
                Walk(kind, $"{key}", value, facts);
            }
        }

        foreach (var entry in Items(document, "events").Where(entry => !ByChance.Contains(Text(entry, "reason"))))
        {
            var subject = ObservedFact.EventOf + Text(entry, "about").Split(' ')[0];
            facts.Add(new(subject, Text(entry, "reason"), null));
            facts.Add(new(subject, Text(entry, "reason"), Text(entry, "by")));
        }

        return (document is null ? null : Text(document, "kubernetes"), facts);
    }

    private static IEnumerable<Dictionary<object, object?>> Items(Dictionary<object, object?>? map, string name) =>
        (map?.GetValueOrDefault(name) as List<object?> ?? []).OfType<Dictionary<object, object?>>();

    private static string Text(Dictionary<object, object?> map, string name) => map.GetValueOrDefault(name) as string ?? "";

    private static void Walk(string kind, string path, object? value, HashSet<ObservedFact> facts)
    {
        switch (value)
        {
            case null or "":
                break;
            case Dictionary<object, object?> map:
                facts.Add(new(kind, path, null));
                foreach (var (key, inner) in map.Where(pair => !Opaque.Contains(pair.Key)))
                {
                    Walk(kind, $"{key}" is var name && name.AsSpan().IndexOfAny("./") < 0 ? $"{path}.{name}" : $"{path}[{name}]", inner, facts);
                }

                break;
            case List<object?> list:
                facts.Add(new(kind, path, null));
                foreach (var item in list)
                {
                    var which = item is Dictionary<object, object?> map ? Keys.Select(key => Text(map, key)).FirstOrDefault(text => text.Length > 0) : null;
                    Walk(kind, $"{path}[{which}]", item, facts);
                }

                break;
            case string text:
                facts.Add(new(kind, path, null));
                if (Word().IsMatch(text))
                {
                    facts.Add(new(kind, path, text));
                }

                break;
        }
    }

    /// <summary>One of a few words, as Kubernetes writes them; names, numbers and sentences are not compared.</summary>
    [GeneratedRegex("^[A-Z][A-Za-z]*$|^true$|^false$")]
    private static partial Regex Word();
}
