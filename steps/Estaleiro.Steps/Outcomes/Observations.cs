using System.Text.Json.Nodes;
using Estaleiro.Api;

namespace Estaleiro.Steps.Outcomes;

/// <summary>
/// The objects that a scenario made, as they were at its end, with the events about them: the text of <c>observations.yaml</c>. Volatile values have
/// their names, secrets are masked. Never compared with a snapshot; <c>./run.sh compare</c> compares those of two runs.
/// </summary>
/// <param name="names">Knows volatile values, and is told of those of the objects.</param>
public sealed class Observations(Names names)
{
    /// <summary>Objects of one kind that are kept whole; more of them would say the same.</summary>
    private const int MostOfAKind = 5;

    /// <summary>Kinds of events that are kept: each once, however often it came.</summary>
    private const int MostEvents = 100;

    /// <summary>Longer text is cut.</summary>
    private const int LongestText = 1000;

    private const string Masked = "***";

    /// <summary>The manifest once more, secrets in it included.</summary>
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>Say where something is stored or was pulled from, differently each time.</summary>
    private static readonly HashSet<string> Volatile = new(StringComparer.Ordinal)
    {
        "containerID", "imageID", "pod-template-hash", "controller-revision-hash", "controller-uid", "batch.kubernetes.io/controller-uid",
    };

    /// <summary>Certificates and requests for them, as base64.</summary>
    private static readonly HashSet<string> Secret = new(StringComparer.Ordinal) { "caBundle", "certificate", "request" };

    /// <summary>The text for what was found.</summary>
    /// <param name="version">The cluster's Kubernetes version.</param>
    /// <param name="found">The objects with their kinds; events among them.</param>
    public string Describe(string version, IReadOnlyCollection<(string Kind, JsonObject Object)> found)
    {
        var objects = found.Where(one => one.Kind is not "Event")
            .OrderBy(one => one.Kind, StringComparer.Ordinal)
            .ThenBy(one => FieldPath.Read(one.Object, "metadata.creationTimestamp"), StringComparer.Ordinal)
            .ThenBy(one => Name(one.Object), StringComparer.Ordinal)
            .ToArray();
        foreach (var (kind, item) in objects)
        {
            GiveNames(kind, item);
        }

        var document = new JsonObject
        {
            ["kubernetes"] = version,
            ["objects"] = new JsonArray(
                [.. objects.GroupBy(one => one.Kind, StringComparer.Ordinal).SelectMany(kind => kind.Take(MostOfAKind)).Select(one => Clean(one.Kind, one.Object))]),
        };
        var more = objects.CountBy(one => one.Kind).Where(kind => kind.Value > MostOfAKind)
            .Select(kind => KeyValuePair.Create(kind.Key, (JsonNode?)(kind.Value - MostOfAKind))).ToArray();
        if (more.Length > 0)
        {
            document["more of a kind"] = new JsonObject(more);
        }

        document["events"] = new JsonArray([.. Events(found.Where(one => one.Kind is "Event").Select(one => one.Object))]);
        return YamlText.Write(YamlText.Plain(document)!);
    }

    /// <summary>The text where nothing could be read.</summary>
    public static string DescribeNone(string reason) => YamlText.Write(new Dictionary<string, object?> { ["none because"] = reason });

    private static string Name(JsonObject item) => FieldPath.Read(item, "metadata.name") ?? "";

    /// <summary>An object that was made for another has a name with a hash: it is called after that one. Addresses are called after their objects.</summary>
    private void GiveNames(string kind, JsonObject item)
    {
        var owner = (item["metadata"]?["ownerReferences"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(one => (bool?)one["controller"] is true);
        var name = Name(item);
        if (owner is not null && name.StartsWith($"{owner["name"]}-", StringComparison.Ordinal) && (string?)owner["kind"] is not "StatefulSet")
        {
            names.Give(name, $"{kind} of {owner["kind"]}");
        }

        var known = names.Replace(name);
        Give(FieldPath.Read(item, "status.podIP"), $"ip of {known}");
        Give(FieldPath.Read(item, "spec.clusterIP"), $"cluster ip of {known}");

        void Give(string? value, string called)
        {
            if (value is { Length: > 0 } and not "None")
            {
                names.Give(value, called);
            }
        }
    }

    private JsonObject Clean(string kind, JsonObject item)
    {
        var clean = new JsonObject { ["kind"] = kind };
        foreach (var (key, value) in names.Replace(item)!.AsObject().Where(pair => pair.Key is not "kind"))
        {
            clean[key] = kind is "Secret" && key is "data" ? Masked : Bounded(value);
        }

        return clean;
    }

    private static JsonNode? Bounded(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Where(pair => pair.Key is not LastApplied).Select(pair => KeyValuePair.Create(
            pair.Key,
            pair.Value is not JsonValue ? Bounded(pair.Value)
                : Volatile.Contains(pair.Key) ? "a " + pair.Key
                : Secret.Contains(pair.Key) ? Masked
                : Bounded(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Bounded)]),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length > LongestText => $"{text[..LongestText]}… ({text.Length} characters)",
        _ => node?.DeepClone(),
    };

    private IEnumerable<JsonNode> Events(IEnumerable<JsonObject> events) => events
        .Select(entry => (
            About: $"{FieldPath.Read(entry, "involvedObject.kind")} {names.Replace(FieldPath.Read(entry, "involvedObject.name") ?? "")}",
            Type: FieldPath.Read(entry, "type") ?? "",
            Reason: FieldPath.Read(entry, "reason") ?? "",
            By: FieldPath.Read(entry, "reportingComponent") is { Length: > 0 } component ? component : FieldPath.Read(entry, "source.component") ?? "nobody",
            Message: names.Replace(FieldPath.Read(entry, "message") ?? "")))
        .DistinctBy(one => (one.About, one.Type, one.Reason, one.By))
        .OrderBy(one => (one.About, one.Reason, one.By))
        .Take(MostEvents)
        .Select(one => new JsonObject { ["about"] = one.About, ["type"] = one.Type, ["reason"] = one.Reason, ["by"] = one.By, ["says"] = Bounded(one.Message) });
}
