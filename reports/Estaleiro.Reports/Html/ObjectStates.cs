using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Estaleiro.Reports.Html;

/// <summary>What a failed scenario's objects were like, one line each, read from the YAML kept as evidence.</summary>
public sealed class ObjectStates
{
    /// <summary>What is unwell about the pods: phase, why containers wait, who owns them.</summary>
    internal List<string> Pods { get; } = [];

    /// <summary>The conditions of nodes that are not as they should be.</summary>
    internal List<string> Nodes { get; } = [];

    /// <summary>How many nodes there are.</summary>
    internal int NodeCount { get; private set; }

    /// <summary>Reads the evidence. What is no YAML, or was cut, tells nothing.</summary>
    internal static ObjectStates Read(string yaml)
    {
        var result = new ObjectStates();
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            foreach (var document in stream.Documents)
            {
                result.Add(document.RootNode);
            }
        }
        catch (YamlException)
        {
            return new ObjectStates();
        }

        return result;
    }

    // Items of a list come without their kind: they are told by what only they have.
    private void Add(YamlNode item)
    {
        if (At(item, "status", "nodeInfo") is not null)
        {
            AddNode(item);
        }
        else if (At(item, "spec", "containers") is not null)
        {
            AddPod(item);
        }
    }

    private void AddNode(YamlNode node)
    {
        NodeCount++;
        var name = Text(node, "metadata", "name");
        foreach (var condition in Items(node, "status", "conditions"))
        {
            var (type, status) = (Text(condition, "type"), Text(condition, "status"));
            if (status != (type == "Ready" ? "True" : "False"))
            {
                Nodes.Add($"{name}: {type} is {status}{Because(condition)}");
            }
        }

        foreach (var taint in Items(node, "spec", "taints"))
        {
            Nodes.Add($"{name}: taint {Text(taint, "key")}:{Text(taint, "effect")}");
        }
    }

    private void AddPod(YamlNode pod)
    {
        var phase = Text(pod, "status", "phase");
        var conditions = Items(pod, "status", "conditions").Where(condition => Text(condition, "status") != "True").ToList();
        if (phase == "Succeeded" || (phase == "Running" && conditions.Count == 0))
        {
            return;
        }

        var owners = Items(pod, "metadata", "ownerReferences").Select(owner => $"{Text(owner, "kind")} {Text(owner, "name")}").ToList();
        var place = Text(pod, "spec", "nodeName") is { } node ? $"on {node}" : "on no node";
        Pods.Add($"Pod {Text(pod, "metadata", "name")}{(owners.Count == 0 ? "" : $", owned by {string.Join(", ", owners)}")}: {phase}, {place}");
        foreach (var condition in conditions.Where(condition => Text(condition, "message") is not null))
        {
            Pods.Add($"  {Text(condition, "type")} is {Text(condition, "status")}{Because(condition)}");
        }

        foreach (var container in Items(pod, "status", "containerStatuses").Concat(Items(pod, "status", "initContainerStatuses")))
        {
            foreach (var state in new[] { "waiting", "terminated" })
            {
                if (At(container, "state", state) is { } why)
                {
                    Pods.Add($"  container {Text(container, "name")} {(state == "waiting" ? "waits" : "ended")}{Because(why)}");
                }
            }
        }
    }

    private static string Because(YamlNode state) => string.Join(", ", new[] { Text(state, "reason"), Text(state, "message") }.Where(part => part is { Length: > 0 })) is { Length: > 0 } why
        ? $": {why}"
        : "";

    private static YamlNode? At(YamlNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            node = node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
        }

        return node;
    }

    private static string? Text(YamlNode node, params ReadOnlySpan<string> path) => (At(node, path) as YamlScalarNode)?.Value;

    private static IEnumerable<YamlNode> Items(YamlNode node, params ReadOnlySpan<string> path) => (At(node, path) as YamlSequenceNode)?.Children ?? [];
}
