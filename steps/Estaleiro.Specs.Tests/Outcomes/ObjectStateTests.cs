using System.Text.Json.Nodes;
using Estaleiro.Steps.Outcomes;

namespace Estaleiro.Specs.Tests.Outcomes;

public sealed class ObjectStateTests
{
    [Fact]
    public void The_conditions_are_told_but_for_those_that_only_some_releases_have()
    {
        var state = ObjectState.Of("Pod", Pod("Pending", """{"type":"PodReadyToStartContainers","status":"True"},{"type":"PodScheduled","status":"False","reason":"Unschedulable"}"""));

        Assert.Equal("""{"PodScheduled":"False (Unschedulable)"}""", state["conditions"]!.ToJsonString());
    }

    [Fact]
    public void Whether_a_pod_that_runs_is_Ready_is_told_only_where_that_was_waited_for()
    {
        var pod = Pod("Running", """{"type":"Initialized","status":"True"},{"type":"Ready","status":"True"}""");

        Assert.Equal("""{"Initialized":"True"}""", ObjectState.Of("Pod", pod, "status.containerStatuses[web].restartCount")["conditions"]!.ToJsonString());
        Assert.Equal("""{"Initialized":"True","Ready":"True"}""", ObjectState.Of("Pod", pod, "status.containerStatuses[web].ready")["conditions"]!.ToJsonString());
    }

    [Fact]
    public void Of_a_pod_that_has_ended_every_container_is_told()
    {
        var pod = Pod("Failed", """{"type":"Ready","status":"False","reason":"PodFailed"}""");
        pod["status"]!["initContainerStatuses"] = JsonNode.Parse("""[{"name":"first","state":{"terminated":{"reason":"Error","exitCode":3}}}]""");
        pod["status"]!["containerStatuses"] = JsonNode.Parse("""[{"name":"second","state":{"waiting":{"reason":"PodInitializing"}}}]""");
        var state = ObjectState.Of("Pod", pod);

        Assert.Equal("""{"Ready":"False"}""", state["conditions"]!.ToJsonString());
        Assert.Equal("Error, exit code 3", (string?)state["container first"]);
        Assert.Equal("never ran (PodInitializing)", (string?)state["container second"]);
    }

    [Fact]
    public void A_pod_that_its_kubelet_refused_has_a_reason_and_no_containers()
    {
        var pod = Pod("Failed", """{"type":"PodScheduled","status":"True"}""");
        pod["status"]!["reason"] = "NodeAffinity";

        Assert.Equal("""{"phase":"Failed","reason":"NodeAffinity","containers":"none was ever made"}""", ObjectState.Of("Pod", pod).ToJsonString());
    }

    [Fact]
    public void A_field_that_is_not_set_is_none_and_lists_have_one_line()
    {
        var claim = JsonNode.Parse("""{"metadata":{"finalizers":["a","b"],"deletionTimestamp":"x"},"spec":{"volumeMode":"Filesystem"},"status":{"phase":"Bound","accessModes":["ReadWriteOnce"]}}""")!;

        Assert.Equal(
            """{"phase":"Bound","accessModes":"ReadWriteOnce","volumeMode":"Filesystem","finalizers":"a b","marked for deletion":"yes"}""",
            ObjectState.Of("PersistentVolumeClaim", claim.AsObject()).ToJsonString());
        Assert.Equal("none", (string?)ObjectState.Of("Job", [])["succeeded"]);
    }

    [Fact]
    public void What_releases_count_differently_is_left_out() =>
        Assert.False(ObjectState.Of("Job", JsonNode.Parse("""{"status":{"failed":1}}""")!.AsObject()).ContainsKey("failed"));

    [Fact]
    public void Of_a_Music_the_part_that_was_not_waited_for_may_come_later()
    {
        var music = JsonNode.Parse("""{"spec":{"status":"Tocando"},"status":{"title":"mario"}}""")!.AsObject();

        Assert.Equal("""{"status":"Tocando"}""", ObjectState.Of("Music", music, "spec.status").ToJsonString());
        Assert.Equal("""{"title":"mario","length":"none"}""", ObjectState.Of("Music", music, "status.title").ToJsonString());
    }

    [Fact]
    public void A_component_goes_by_one_name_through_all_releases() =>
        Assert.Equal(ReleaseDifferences.NameOfComponent("taint-eviction-controller"), ReleaseDifferences.NameOfComponent("taint-controller"));

    private static JsonObject Pod(string phase, string conditions) => JsonNode.Parse(
        $$$"""{"status":{"phase":"{{{phase}}}","qosClass":"BestEffort","conditions":[{{{conditions}}}]}}""")!.AsObject();
}
