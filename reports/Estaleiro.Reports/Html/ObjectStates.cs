using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Estaleiro.Reports.Html;

/// <summary>The state of a failed scenario's objects, one line each, read from the YAML evidence.</summary>
public sealed class ObjectStates
{
    /// <summary>The maximum depth of owners, in case objects own each other.</summary>
    private const int MostOwners = 6;

    private readonly Dictionary<string, YamlNode> known = new(StringComparer.Ordinal);

    /// <summary>Controllers with fewer pods than desired: how many, and their conditions.</summary>
    internal List<string> Controllers { get; } = [];

    /// <summary>Pods with problems: phase, why containers wait, owners.</summary>
    internal List<string> Pods { get; } = [];

    /// <summary>Node conditions that indicate a problem.</summary>
    internal List<string> Nodes { get; } = [];

    /// <summary>The number of nodes.</summary>
    internal int NodeCount { get; private set; }

    /// <summary>Reads the evidence. Ignores what is not YAML or was truncated.</summary>
    internal static ObjectStates Read(string yaml)
    {
        var result = new ObjectStates();
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            var items = stream.Documents.Select(document => document.RootNode).ToList();
            foreach (var item in items)
            {
                if (Text(item, "metadata", "uid") is { } uid)
                {
                    result.known[uid] = item;
                }
            }

            items.ForEach(result.Add);
        }
        catch (YamlException)
        {
            return new ObjectStates();
        }

        return result;
    }

    // Older evidence has no kinds: recognize nodes and pods by fields that only they have.
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
        else
        {
            AddController(item);
        }
    }

    private void AddController(YamlNode item)
    {
        var (wanted, have) = Text(item, "kind") switch
        {
            "Deployment" or "ReplicaSet" or "StatefulSet" or "ReplicationController" => (Number(item, "spec", "replicas"), Number(item, "status", "readyReplicas")),
            "DaemonSet" => (Number(item, "status", "desiredNumberScheduled"), Number(item, "status", "numberReady")),
            _ => (0, 0),
        };
        if (have >= wanted)
        {
            return;
        }

        Controllers.Add($"{Chain(item)}: {have} of {wanted} pods Ready");
        foreach (var condition in Items(item, "status", "conditions"))
        {
            // The type says whether True is good; messages of good conditions are not interesting.
            if (Text(condition, "status") == (Text(condition, "type") == "ReplicaFailure" ? "True" : "False"))
            {
                Controllers.Add($"  {Text(condition, "type")} is {Text(condition, "status")}{Because(condition)}");
            }
        }
    }

    /// <summary>An object with its owners, the topmost first: <c>Deployment web › ReplicaSet web-7d9 › Pod web-7d9-x</c>.</summary>
    private string Chain(YamlNode item)
    {
        var names = new List<string> { $"{Text(item, "kind") ?? "Pod"} {Text(item, "metadata", "name")}" };
        var owner = OwnerOf(item);
        while (owner is not null && names.Count < MostOwners)
        {
            names.Insert(0, $"{Text(owner, "kind")} {Text(owner, "name")}");
            owner = Text(owner, "uid") is { } uid && known.TryGetValue(uid, out var next) ? OwnerOf(next) : null;
        }

        return string.Join(" › ", names);
    }

    private static YamlNode? OwnerOf(YamlNode item)
    {
        var owners = Items(item, "metadata", "ownerReferences").ToList();
        return owners.Find(owner => Text(owner, "controller") == "true") ?? owners.FirstOrDefault();
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

        var place = Text(pod, "spec", "nodeName") is { } node ? $"on {node}" : "on no node";
        Pods.Add($"{Chain(pod)}: {phase}, {place}");
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

    private static int Number(YamlNode node, params ReadOnlySpan<string> path) =>
        int.TryParse(Text(node, path), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string? Text(YamlNode node, params ReadOnlySpan<string> path) => (At(node, path) as YamlScalarNode)?.Value;

    private static IEnumerable<YamlNode> Items(YamlNode node, params ReadOnlySpan<string> path) => (At(node, path) as YamlSequenceNode)?.Children ?? [];
}
