using System.Text;
using System.Text.RegularExpressions;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using k8s;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Who made whom: owner references drawn as a tree.</summary>
[Binding]
public sealed partial class OwnerSteps(ScenarioCluster cluster, EventReports events, EvidenceLog evidence, Outcome outcome, Names names)
{
    private const string RevisionAnnotation = "deployment.kubernetes.io/revision";

    /// <summary>
    /// Draws the tree of ReplicaSets, Jobs and pods by their ownerReferences and compares it with the text as a whole; records it with
    /// the events that tell of it.
    /// </summary>
    [Then("the {word} {string} owns:")]
    [Then("o {word} {string} é dono de:")]
    public async Task Owns(string kind, string name, string expected)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} {kind},replicasets,jobs,pods -o custom-columns=KIND:.kind,NAME:.metadata.name,OWNER:.metadata.ownerReferences[0].name");
        var client = cluster.Cluster.Client;
        var resource = await cluster.Api.ResourceOfKindAsync(kind, cluster.Limit);
        var root = await cluster.Api.GetAsync(resource.PathOf(cluster.Namespace, name), cluster.Limit);
        var replicaSets = await client.AppsV1.ListNamespacedReplicaSetAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        var jobs = await client.BatchV1.ListNamespacedJobAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        var pods = await client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        (string Kind, V1ObjectMeta Metadata)[] all =
        [
            .. replicaSets.Items.Select(set => ("ReplicaSet", set.Metadata)),
            .. jobs.Items.Select(job => ("Job", job.Metadata)),
            .. pods.Items.Where(pod => pod.Metadata.DeletionTimestamp is null).Select(pod => ("Pod", pod.Metadata)),
        ];

        var tree = new StringBuilder($"{kind} {name}\n");
        Draw(ChildrenOf((string)root["metadata"]!["uid"]!, name), "", child => (child.Line, ChildrenOf(child.Uid, child.Name)), tree);

        var found = tree.ToString().TrimEnd();
        Assert.True(found == expected.ReplaceLineEndings("\n").TrimEnd(), $"The {kind} {name} owns:\n{found}\nExpected:\n{expected}");
        var made = kind is "Deployment" ? "ScalingReplicaSet" : "SuccessfulCreate";
        outcome.Add("owners", $"{found}\ntold by: {(await events.UntilToldAsync(kind, (name, made)))[name]}\n");

        IEnumerable<(string Line, string Uid, string Name)> ChildrenOf(string uid, string owner) => all
            .Where(one => IsOwnedBy(one.Metadata, uid))
            .OrderBy(one => one.Metadata.CreationTimestamp)
            .ThenBy(one => one.Metadata.Name, StringComparer.Ordinal)
            .Select((one, index) => (Describe(one.Kind, one.Metadata, owner, index + 1), one.Metadata.Uid, NameOf(one.Metadata, owner, index + 1)))
            .OrderBy(child => child.Item1, StringComparer.Ordinal);
    }

    /// <summary>
    /// Waits until the namespace has exactly these pods and controlling owners; records their labels and whether the owner blocks on
    /// them. Columns: pod, owner.
    /// </summary>
    [Given("the pods have these owners:")]
    [Then("the pods have these owners:")]
    public async Task ThePodsHaveTheseOwners(DataTable expected)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} pods -o custom-columns=NAME:.metadata.name,OWNER:.metadata.ownerReferences[0].name --watch");
        (string Pod, string Owner)[] wanted = [.. expected.Rows.Select(row => (row["pod"], row["owner"])).Order()];
        var found = await cluster.Await().Pods(cluster.Namespace).UntilAsync(
            pods => pods
                .Where(pod => pod.Metadata.DeletionTimestamp is null)
                .Select(pod => (names.Replace(pod.Metadata.Name), OwnerOf(pod.Metadata)))
                .Order()
                .SequenceEqual(wanted),
            $"these pods and owners: {string.Join(", ", wanted.Select(one => $"{one.Pod} of {one.Owner}"))}",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        var table = new OutcomeTable("pod", "owner", "kept by it", "labels");
        foreach (var pod in found.Where(pod => pod.Metadata.DeletionTimestamp is null).OrderBy(pod => names.Replace(pod.Metadata.Name), StringComparer.Ordinal))
        {
            var isKept = pod.Metadata.OwnerReferences?.Any(owner => owner.BlockOwnerDeletion == true) is true;
            var labels = (pod.Metadata.Labels ?? new Dictionary<string, string>())
                .OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}");
            table.Add(pod.Metadata.Name, OwnerOf(pod.Metadata), isKept ? "yes" : "no", string.Join(",", labels.DefaultIfEmpty("none")));
        }

        outcome.Add("owners", table);
    }

    private static string OwnerOf(V1ObjectMeta metadata) =>
        metadata.OwnerReferences?.FirstOrDefault(owner => owner.Controller == true) is { } owner ? $"{owner.Kind} {owner.Name}" : "nobody";

    private string Describe(string kind, V1ObjectMeta metadata, string owner, int number) =>
        $"{kind} {NameOf(metadata, owner, number)}" + (RevisionOf(metadata) is { } revision ? $", revision {revision}" : "");

    private static string? RevisionOf(V1ObjectMeta metadata) => metadata.Annotations is { } annotations && annotations.TryGetValue(RevisionAnnotation, out var revision) ? revision : null;

    /// <summary>What has a name of its own keeps it; what was named with a hash or a time after its owner is numbered.</summary>
    private string NameOf(V1ObjectMeta metadata, string owner, int number)
    {
        if (RevisionOf(metadata) is not null)
        {
            return owner;
        }

        var known = names.Replace(metadata.Name);
        return known != metadata.Name || OrdinalName().IsMatch(metadata.Name) ? known : names.Give(metadata.Name, $"{owner}-{number}");
    }

    private static bool IsOwnedBy(V1ObjectMeta metadata, string uid) =>
        metadata.OwnerReferences is { } references && references.Any(reference => reference.Uid == uid && reference.Controller == true);

    private static void Draw(
        IEnumerable<(string Line, string Uid, string Name)> nodes,
        string indent,
        Func<(string Line, string Uid, string Name), (string Line, IEnumerable<(string Line, string Uid, string Name)> Children)> describe,
        StringBuilder tree)
    {
        var all = nodes.ToArray();
        for (var index = 0; index < all.Length; index++)
        {
            var isLast = index == all.Length - 1;
            var (line, children) = describe(all[index]);
            tree.Append(indent).Append(isLast ? "└─ " : "├─ ").Append(line).Append('\n');
            Draw(children, indent + (isLast ? "   " : "│  "), describe, tree);
        }
    }

    [GeneratedRegex(@"-\d{1,3}$")]
    private static partial Regex OrdinalName();
}
