using Estaleiro.Clusters.Waiting;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using k8s;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Pods: where they run, whether they do, and why not.</summary>
[Binding]
public sealed class PodSteps(ScenarioCluster cluster, EventReports events, EvidenceLog evidence, Outcome outcome, Names names)
{
    private IReadOnlyList<(string Name, V1Pod Pod)> pods = [];
    private V1Pod? deleted;

    /// <summary>Waits until the pod is Ready, fails early if it never can be, and checks its node; records the placement.</summary>
    [Then("the pod {string} becomes Ready on {string}")]
    [Then("o Pod {string} fica Ready no {string}")]
    public async Task BecomesReadyOn(string name, string node)
    {
        evidence.Kubectl($"wait -n {cluster.Namespace} pod/{name} --for=condition=Ready");
        evidence.Kubectl($"get -n {cluster.Namespace} pod {name} -o wide");
        var pod = await cluster.Await().One<V1Pod>(name, cluster.Namespace).FailFast()
            .UntilAsync(pod => pod.IsReady(), $"pod {name} to be Ready", ScenarioCluster.StepLimit, cluster.Limit);
        Assert.True(pod.Spec.NodeName == node, $"The pod {name} runs on {pod.Spec.NodeName}, expected {node}.");
        outcome.Add("placement", PodTable.Of((name, pod)));
    }

    /// <summary>
    /// Waits for the event of that reason, then checks that the pod is Pending without a node; records the placement and the event.
    /// </summary>
    [Then("the pod {string} stays Pending, and the event {word} says why")]
    public async Task StaysPending(string name, string reason)
    {
        evidence.Kubectl($"get events -n {cluster.Namespace} --field-selector involvedObject.name={name},reason={reason}");
        var told = await events.UntilToldAsync("Pod", (name, reason));

        // The event is written after the decision: a pod with a node now would contradict it.
        var pod = await cluster.Cluster.Client.CoreV1.ReadNamespacedPodAsync(name, cluster.Namespace, cancellationToken: cluster.Limit);
        Assert.True(
            pod.Spec.NodeName is null && pod.Status.Phase == "Pending", $"The pod {name} is {pod.Status.Phase} on {pod.Spec.NodeName}, expected Pending without a node.");
        outcome.Add("placement", PodTable.Of((name, pod)));
        outcome.Add($"what became of {name}", told[name]);
    }

    /// <summary>
    /// Waits until the owner's selector matches exactly that many pods, all Ready; names the pods for later steps, as "echo-1".
    /// </summary>
    [Given("the {int} pod(s) of the {word} {string} become(s) Ready")]
    [When("the {int} pod(s) of the {word} {string} become(s) Ready")]
    [Then("the {int} pod(s) of the {word} {string} become(s) Ready")]
    [Given("o(s) {int} Pod(s) do {word} {string} fica(m) Ready")]
    [When("o(s) {int} Pod(s) do {word} {string} fica(m) Ready")]
    [Then("o(s) {int} Pod(s) do {word} {string} fica(m) Ready")]
    public async Task PodsBecomeReady(int count, string kind, string owner)
    {
        var selector = await SelectorOf(kind, owner);
        evidence.Kubectl($"get pods -n {cluster.Namespace} -l {selector} --watch");
        var found = await cluster.Await().Pods(cluster.Namespace, selector).FailFast().UntilAsync(
            all => all.Count(pod => pod.IsReady()) == count && all.Count(pod => !IsGoing(pod)) == count,
            $"{count} pods of {owner} to be Ready, and no other",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        pods = PodNames.Give(names, owner, found.Where(pod => pod.IsReady()));
    }

    /// <summary>Waits until exactly that many pods match the owner's selector, all Ready on that node; records the placement.</summary>
    [Given("the {int} pod(s) of the {word} {string} become(s) Ready on {string}")]
    [Then("the {int} pod(s) of the {word} {string} become(s) Ready on {string}")]
    public async Task PodsBecomeReadyOn(int count, string kind, string owner, string node)
    {
        var selector = await SelectorOf(kind, owner);
        evidence.Kubectl($"get pods -n {cluster.Namespace} -l {selector} -o wide --watch");
        var found = await cluster.Await().Pods(cluster.Namespace, selector).FailFast().UntilAsync(
            all => all.Count(pod => pod.IsReady() && pod.Spec.NodeName == node) == count && all.Count(pod => !IsGoing(pod)) == count,
            $"{count} pods of {owner} to be Ready on {node}, and no other",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        outcome.Add("placement", PodTable.Of(PodNames.Give(names, owner, found.Where(pod => !IsGoing(pod)))));
    }

    /// <summary>
    /// Compares the nodes of the pods that became Ready in an earlier step, in the order of their names; records the placement. Columns:
    /// pod, node.
    /// </summary>
    [Then("they run on these nodes:")]
    public void TheyRunOnTheseNodes(DataTable expected)
    {
        evidence.Kubectl($"get pods -n {cluster.Namespace} -o wide");
        var wanted = expected.Rows.Select(row => $"{row["pod"]} on {row["node"]}").ToArray();
        var found = pods.Select(entry => $"{entry.Name} on {entry.Pod.Spec.NodeName}").ToArray();
        Assert.True(wanted.SequenceEqual(found), $"The pods run like this: {string.Join(", ", found)}. Expected: {string.Join(", ", wanted)}.");
        outcome.Add("placement", PodTable.Of(pods));
    }

    /// <summary>What the kubelet reported before does not count: its containers must have been started another time.</summary>
    [Then("the same {int} pod(s) of the {word} {string} run(s) again")]
    public async Task TheSamePodsRunAgain(int count, string kind, string owner)
    {
        var selector = await SelectorOf(kind, owner);
        evidence.Kubectl($"get pods -n {cluster.Namespace} -l {selector} --watch");
        var before = pods.Select(entry => entry.Pod.Metadata.Uid).ToHashSet(StringComparer.Ordinal);
        var found = await cluster.Await().Pods(cluster.Namespace, selector).UntilAsync(
            all => all.Count == count && all.All(pod => before.Contains(pod.Metadata.Uid) && pod.IsReady() && IsStartedAnew(pod)),
            $"the {count} pods of {owner} that were there before to be Ready with restarted containers, and no other",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        outcome.Add("pods that were there before", PodTable.Of(PodNames.Give(names, owner, found)));
    }

    /// <summary>Deletes the first of the pods that became Ready in an earlier step; does not wait until it is gone.</summary>
    [When("one pod of the Deployment {string} is deleted")]
    public async Task OnePodIsDeleted(string deployment)
    {
        deleted = pods[0].Pod;
        evidence.Kubectl($"delete -n {cluster.Namespace} pod {deleted.Metadata.Name} # of {deployment}");
        await cluster.Cluster.Client.CoreV1.DeleteNamespacedPodAsync(deleted.Metadata.Name, cluster.Namespace, cancellationToken: cluster.Limit);
    }

    /// <summary>
    /// Waits for a new pod of the same owner in place of the deleted one; records how many stayed, how many are new, and the event that
    /// tells of it.
    /// </summary>
    [Then("another pod takes its place")]
    public async Task AnotherPodTakesItsPlace()
    {
        var gone = deleted ?? throw new InvalidOperationException("No pod was deleted in this scenario.");
        var owner = gone.Metadata.OwnerReferences.Single(reference => reference.Controller == true);
        evidence.Kubectl($"get pods -n {cluster.Namespace} --watch");
        var before = pods.Select(entry => entry.Pod.Metadata.Uid).ToHashSet(StringComparer.Ordinal);
        var now = await cluster.Await().Pods(cluster.Namespace).UntilAsync(
            all => all.All(pod => pod.Metadata.Uid != gone.Metadata.Uid || IsGoing(pod)) && all.Any(IsSuccessor),
            $"a pod in the place of {gone.Metadata.Name}, made by the same {owner.Kind}",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        var told = await events.UntilToldAsync(owner.Kind, (owner.Name, "SuccessfulCreate"));
        outcome.Add("replacement", new OutcomeTable("what", "made by", "count", "told by")
            .Add("pods that stayed", owner.Kind, $"{now.Count(pod => before.Contains(pod.Metadata.Uid) && !IsGoing(pod))}", told[owner.Name])
            .Add("pods that are new", owner.Kind, $"{now.Count(IsSuccessor)}", told[owner.Name]));

        bool IsSuccessor(V1Pod pod) =>
            !before.Contains(pod.Metadata.Uid)
            && pod.Metadata.OwnerReferences is { } references
            && references.Any(reference => reference.Uid == owner.Uid);
    }

    private static bool IsStartedAnew(V1Pod pod) => pod.Status?.ContainerStatuses is { Count: > 0 } all && all.All(container => container.RestartCount > 0);

    private static bool IsGoing(V1Pod pod) => pod.Metadata.DeletionTimestamp is not null;

    private async Task<string> SelectorOf(string kind, string name)
    {
        var resource = await cluster.Api.ResourceOfKindAsync(kind, cluster.Limit);
        var owner = await cluster.Api.GetAsync(resource.PathOf(cluster.Namespace, name), cluster.Limit);
        return string.Join(',', owner["spec"]!["selector"]!["matchLabels"]!.AsObject().Select(label => $"{label.Key}={label.Value}"));
    }
}
