using Estaleiro.Reports.Html;
using Estaleiro.Reports.Summary;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Reports.Tests;

public sealed class FailureViewTests
{
    private const string Uri = MessageScript.Uri;

    private static readonly string[] Steps = ["a"];

    private const string Objects = """
        ---
        kind: Deployment
        metadata:
          name: web
          uid: "1"
        spec:
          replicas: 2
        status:
          readyReplicas: 1
          conditions:
          - type: Available
            status: "False"
            reason: MinimumReplicasUnavailable
            message: Deployment does not have minimum availability.
          - type: Progressing
            status: "True"
            message: ReplicaSet "web-7d9" is progressing.
        ---
        kind: ReplicaSet
        metadata:
          name: web-7d9
          uid: "2"
          ownerReferences:
          - kind: Deployment
            name: web
            uid: "1"
            controller: true
        spec:
          replicas: 2
        status:
          readyReplicas: 2
        ---
        metadata:
          name: web-7d9-x
          ownerReferences:
          - kind: ConfigMap
            name: also
            uid: "9"
          - kind: ReplicaSet
            name: web-7d9
            uid: "2"
            controller: true
        spec:
          containers:
          - name: web
          nodeName: node1
        status:
          phase: Pending
          conditions:
          - type: PodScheduled
            status: "True"
          - type: Ready
            status: "False"
            reason: ContainersNotReady
            message: "containers with unready status: [web]"
          containerStatuses:
          - name: web
            state:
              waiting:
                reason: ErrImagePull
                message: no such image
        ---
        metadata:
          name: node1
        status:
          nodeInfo:
            kubeletVersion: v1.20.2
          conditions:
          - type: MemoryPressure
            status: "False"
          - type: Ready
            status: "True"
        ---
        metadata:
          name: node2
        status:
          nodeInfo:
            kubeletVersion: v1.20.2
          conditions:
          - type: Ready
            status: Unknown
            reason: NodeStatusUnknown
            message: Kubelet stopped posting node status.

        """;

    [Fact]
    public void Pods_that_are_not_well_and_nodes_that_are_not_ready_are_named_with_owners_and_reasons()
    {
        var states = ObjectStates.Read(Objects);

        Assert.Equal(
            [
                "Deployment web › ReplicaSet web-7d9 › Pod web-7d9-x: Pending, on node1",
                "  Ready is False: ContainersNotReady, containers with unready status: [web]",
                "  container web waits: ErrImagePull, no such image",
            ],
            states.Pods);
        Assert.Equal(
            ["Deployment web: 1 of 2 pods Ready", "  Available is False: MinimumReplicasUnavailable, Deployment does not have minimum availability."], states.Controllers);
        Assert.Equal("node2: Ready is Unknown: NodeStatusUnknown, Kubelet stopped posting node status.", Assert.Single(states.Nodes));
        Assert.Equal(2, states.NodeCount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("could not be read: the API server is gone")]
    [InlineData("a: [")]
    [InlineData("- 1\n- 2")]
    [InlineData("kind: Deployment\nspec: {replicas: many}\nmetadata: 1")]
    [InlineData("status: {nodeInfo: {}, conditions: none}\nspec: 3")]
    public void Evidence_that_is_not_as_expected_tells_nothing(string yaml)
    {
        Assert.Empty(ObjectStates.Read(yaml).Pods);
        Assert.Empty(ObjectStates.Read(yaml).Nodes);
        Assert.Empty(ObjectStates.Read(yaml).Controllers);
    }

    [Fact]
    public void Objects_that_own_each_other_come_to_an_end()
    {
        const string Pod = "metadata: {{name: {0}, uid: {0}, ownerReferences: [{{kind: Pod, name: {1}, uid: {1}}}]}}\nspec: {{containers: []}}\nstatus: {{phase: Pending}}\n";
        var states = ObjectStates.Read(string.Format(null, Pod, "a", "b") + "---\n" + string.Format(null, Pod, "b", "a"));

        Assert.Equal("Pod b › Pod a › Pod b › Pod a › Pod b › Pod a: Pending, on no node", states.Pods[0]);
    }

    [Fact]
    public void What_was_expected_and_found_stands_apart_from_the_whole_answer()
    {
        var failure = Assert.Single(Failures("""The API server answered 200 OK to GET /api, expected 403 Forbidden: {"kind":"List"}"""));

        Assert.Equal("The API server answered 200 OK to GET /api, expected 403 Forbidden", failure.Headline);
        Assert.Equal("""{"kind":"List"}""", failure.Answer);
        Assert.Null(failure.Details);
    }

    [Fact]
    public void A_wait_in_vain_has_its_last_state_below()
    {
        var failure = Assert.Single(Failures("Waited 30 s for the Pod web to be Ready, in vain.\nLast state seen:\n  Pod web: {}"));

        Assert.Equal("Waited 30 s for the Pod web to be Ready, in vain.", failure.Headline);
        Assert.Equal("Last state seen:\n  Pod web: {}", failure.Details);
    }

    [Fact]
    public void Scenarios_that_differ_only_in_their_namespace_share_a_cause()
    {
        var failures = Failures("Namespace dns-1a2b3c4d has no pods", "Namespace dns-9f8e7d6c has no pods", "Namespace dns has no pods");

        Assert.Equal([1, 0], failures.Select(failure => failure.Others.Count));
    }

    [Fact]
    public void Failures_whose_cause_is_noted_as_the_same_are_one()
    {
        var script = Script("one", "two", "three", "four");
        foreach (var (name, cause) in new[] { ("one", "no scheduler"), ("two", "no scheduler"), ("three", "no kubelet"), ("four", null) })
        {
            var id = MessageScript.Id(Uri, name);
            script.Start(id).Step(id, 0, FAILED, $"Nobody looked at {name}.").Note(id, new(IsForWantOfCluster: false, cause)).End(id);
        }

        var failures = FailureView.Of(RunSummary.Of(script.Finished(success: false).Load()));

        Assert.Equal([1, 0, 0], failures.Select(failure => failure.Others.Count));
        Assert.Equal("Nobody looked at one.", failures[0].Headline);
    }

    [Fact]
    public void The_last_events_are_shown_and_notes_are_no_files()
    {
        var script = Script("one");
        var id = MessageScript.Id(Uri, "one");
        script.Start(id).Attach(id, "01-events.txt", string.Join('\n', Enumerable.Range(1, 30)))
            .Attach(id, "02-more-events.txt", "other").Attach(id, "03-cluster-a.json", "{}").Note(id, new(false, null));

        var failure = Assert.Single(FailureView.Of(RunSummary.Of(script.Step(id, 0, FAILED, "no").End(id).Finished(success: false).Load())));

        Assert.Equal(12, failure.Events.Count);
        Assert.Equal("30", failure.Events[^1]);
        Assert.Equal(2, failure.Files);
    }

    private static MessageScript Script(params string[] names) =>
        MessageScript.Started().Feature(Uri, "Scheduler", [.. names.Select(name => (name, Steps))]);

    private static IReadOnlyList<FailureView> Failures(params string[] causes)
    {
        var names = causes.Select((_, index) => $"scenario {index}").ToList();
        var script = Script([.. names]);
        foreach (var (name, cause) in names.Zip(causes))
        {
            var id = MessageScript.Id(Uri, name);
            script.Start(id).Step(id, 0, FAILED, cause).End(id);
        }

        return FailureView.Of(RunSummary.Of(script.Finished(success: false).Load()));
    }
}
