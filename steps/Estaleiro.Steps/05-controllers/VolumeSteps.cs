using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Volumes that were made for claims: where they are, what they hold, when they go.</summary>
[Binding]
public sealed class VolumeSteps(ScenarioCluster cluster, EvidenceLog evidence, Outcome outcome)
{
    private const string Retain = "Retain";
    private const string Delete = "Delete";

    private readonly Dictionary<string, V1PersistentVolume> volumes = new(StringComparer.Ordinal);

    /// <summary>A volume that is kept outlives the scenario's namespace.</summary>
    [AfterScenario(Order = 8000)]
    public async Task LetGo()
    {
        foreach (var volume in volumes.Values.Where(volume => volume.Spec.PersistentVolumeReclaimPolicy == Retain))
        {
            try
            {
                await SetPolicyAsync(volume, Delete);
            }
            catch (HttpOperationException)
            {
                // It has gone.
            }
        }
    }

    /// <summary>
    /// Waits until the claim is bound and checks that its volume is usable on that node alone; records capacity, access modes and reclaim
    /// policy.
    /// </summary>
    [Given("a volume is made for the claim {string} on {string}")]
    [When("a volume is made for the claim {string} on {string}")]
    [Then("a volume is made for the claim {string} on {string}")]
    public async Task IsMadeOn(string claim, string node)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} pvc {claim} --watch");
        var bound = await cluster.Await().One<V1PersistentVolumeClaim>(claim, cluster.Namespace)
            .UntilAsync(found => found.Status?.Phase == "Bound", $"the claim {claim} to be bound", ScenarioCluster.StepLimit, cluster.Limit);
        evidence.Kubectl($"get pv {bound.Spec.VolumeName} -o yaml");
        var volume = volumes[claim] = await cluster.Cluster.Client.CoreV1.ReadPersistentVolumeAsync(bound.Spec.VolumeName, cancellationToken: cluster.Limit);
        var places = volume.Spec.NodeAffinity?.Required?.NodeSelectorTerms?.SelectMany(term => term.MatchExpressions ?? []).SelectMany(one => one.Values).ToList() ?? [];
        Assert.True(places.SequenceEqual([node]), $"The volume {volume.Metadata.Name} can be used on {string.Join(", ", places)}, expected {node} alone.");
        var isItsOwn = volume.Spec.ClaimRef.Uid == bound.Metadata.Uid && volume.Metadata.Name.Contains(bound.Metadata.Uid, StringComparison.Ordinal);
        outcome.Add($"volume of {claim}", new OutcomeTable("made for", "usable on", "capacity", "access modes", "when the claim goes").Add(
            isItsOwn ? "this claim" : "another claim",
            string.Join(", ", places),
            $"{volume.Spec.Capacity["storage"]}",
            string.Join(", ", volume.Spec.AccessModes),
            volume.Spec.PersistentVolumeReclaimPolicy));
    }

    /// <summary>Patches the reclaim policy (Retain or Delete) of the volume that an earlier step found for the claim.</summary>
    [When("the reclaim policy of the volume of {string} is set to {word}")]
    public async Task PolicyIsSet(string claim, string policy)
    {
        evidence.Kubectl($"patch pv {volumes[claim].Metadata.Name} -p '{PolicyPatch(policy)}'");
        volumes[claim] = await SetPolicyAsync(volumes[claim], policy);
    }

    /// <summary>Waits until the PersistentVolume that an earlier step found for the claim is gone; records that it is.</summary>
    [Then("the volume of {string} disappears")]
    public async Task Disappears(string claim)
    {
        evidence.Kubectl($"wait pv/{volumes[claim].Metadata.Name} --for=delete");
        await cluster.Await().One<V1PersistentVolume>(volumes[claim].Metadata.Name)
            .UntilGoneAsync($"the volume of {claim} to be gone", ScenarioCluster.StepLimit, cluster.Limit);
        volumes[claim].Spec.PersistentVolumeReclaimPolicy = Delete;
        outcome.Add($"volume of {claim} in the end", "gone");
    }

    /// <summary>Waits for the volume's phase, such as Released; records it and whether the volume still names its claim.</summary>
    [Then("the volume of {string} is kept, as {word}")]
    public async Task IsKept(string claim, string phase)
    {
        evidence.Kubectl($"get pv {volumes[claim].Metadata.Name} --watch");
        var volume = await cluster.Await().One<V1PersistentVolume>(volumes[claim].Metadata.Name)
            .UntilAsync(found => found.Status?.Phase == phase, $"the volume of {claim} to be {phase}", ScenarioCluster.StepLimit, cluster.Limit);
        outcome.Add($"volume of {claim} without it", new OutcomeTable("phase", "still names the claim").Add(volume.Status.Phase, volume.Spec.ClaimRef.Name));
    }

    /// <summary>Looks once into the volume's folder on the node, past Kubernetes; records what it holds.</summary>
    [Given("on {string} the folder of the volume of {string} holds {string}")]
    [Then("on {string} the folder of the volume of {string} holds {string}")]
    public async Task FolderHolds(string node, string claim, string file)
    {
        var result = await LookAsync(node, claim);
        Assert.True(result.Trim() == file, $"The folder holds '{result.Trim()}', expected '{file}'.");
        outcome.Add($"folder of the volume of {claim}", new OutcomeTable("node", "holds").Add(node, result.Trim()));
    }

    /// <summary>Looks until the volume's folder no longer exists on the node; records it.</summary>
    [Then("on {string} the folder of the volume of {string} is gone")]
    public async Task FolderIsGone(string node, string claim)
    {
        var seen = await Repeatedly.LookAsync(
            cluster, _ => LookAsync(node, claim), found => found == "no such folder" ? null : $"it holds {found}", ScenarioCluster.StepLimit, $"the folder of the volume of {claim} to be gone");
        outcome.Add($"folder of the volume of {claim} in the end", new OutcomeTable("node", "holds").Add(node, seen));
    }

    /// <summary>Waits for the event of that reason, then checks that the claim is still Pending; records both.</summary>
    [Given("the claim {string} stays Pending, and the event {word} says why")]
    [Then("the claim {string} stays Pending, and the event {word} says why")]
    public async Task StaysPending(string claim, string reason)
    {
        evidence.Kubectl($"get events -n {cluster.Namespace} --field-selector involvedObject.name={claim},reason={reason}");
        var found = await cluster.Await().All<Corev1Event>(cluster.Namespace, fieldSelector: $"involvedObject.name={claim},reason={reason}")
            .UntilAsync(events => events.Count > 0, $"an event {reason} for the claim {claim}", ScenarioCluster.StepLimit, cluster.Limit);
        evidence.Note(found[0].Message);
        var now = await cluster.Cluster.Client.CoreV1.ReadNamespacedPersistentVolumeClaimAsync(claim, cluster.Namespace, cancellationToken: cluster.Limit);
        Assert.True(now.Status.Phase == "Pending", $"The claim {claim} is {now.Status.Phase}, expected Pending.");
        outcome.Add($"claim {claim}", new OutcomeTable("phase", "volume", "event", "type").Add(now.Status.Phase, now.Spec.VolumeName ?? "none", reason, found[0].Type));
    }

    private static string PolicyPatch(string policy) => $$$"""{"spec":{"persistentVolumeReclaimPolicy":"{{{policy}}}"}}""";

    private async Task<string> LookAsync(string node, string claim)
    {
        var spec = volumes[claim].Spec;
        var path = spec.Local?.Path ?? spec.HostPath?.Path ?? throw new FormatException($"The volume of {claim} is no folder of a node.");
        evidence.Note($"{node}$ ls {path}");
        var on = cluster.Cluster.Nodes.First(known => known.Name == node);
        var result = await on.ExecuteAsync(["sh", "-c", $"if test -d {path}; then ls {path}; else echo no such folder; fi"], cluster.Limit);
        return result.Output.Trim();
    }

    private Task<V1PersistentVolume> SetPolicyAsync(V1PersistentVolume volume, string policy) => cluster.Cluster.Client.CoreV1.PatchPersistentVolumeAsync(
        new V1Patch(PolicyPatch(policy), V1Patch.PatchType.MergePatch), volume.Metadata.Name, cancellationToken: cluster.Limit);
}
