using System.Text;
using Estaleiro.Reports.Comparing;
using Estaleiro.Reports.Model;
using Io.Cucumber.Messages.Types;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Reports.Tests;

/// <summary>Two hand-written runs of two scenarios: an older release and a newer one.</summary>
public sealed class ObservationComparisonTests
{
    private const string Uri = MessageScript.Uri;

    private const string Older =
        """
        kubernetes: 1.20.2
        objects:
          - kind: Pod
            metadata: { name: web-1, uid: a uid }
            status:
              phase: Failed
              conditions:
                - { type: Ready, status: "False", reason: PodCompleted }
          - kind: ServiceAccount
            metadata: { name: default }
            secrets: [ { name: default-token } ]
        events:
          - { about: Pod web-1, type: Normal, reason: Evicted, by: taint-controller, says: "Evicted 1" }
          - { about: Pod web-1, type: Normal, reason: Started, by: kubelet, says: Started }
        """;

    private const string Newer =
        """
        kubernetes: 1.36.2
        objects:
          - kind: Pod
            metadata: { name: web-2, uid: a uid, generation: 1 }
            status:
              phase: Failed
              conditions:
                - { type: PodReadyToStartContainers, status: "True" }
                - { type: Ready, status: "False", reason: PodFailed }
          - kind: ServiceAccount
            metadata: { name: default }
          - kind: ResourceClaim
            spec: { devices: none }
        events:
          - { about: Pod web-2, type: Normal, reason: Evicted, by: taint-eviction-controller, says: "Evicted 2" }
          - { about: Pod web-2, type: Normal, reason: Started, by: kubelet, says: Started }
          - { about: Pod web-2, type: Warning, reason: Unhealthy, by: kubelet, says: "by chance, and so no difference" }
          - { about: Pod web-2, type: Normal, reason: Resized, by: kubelet, says: Resized }
        """;

    [Fact]
    public void What_differs_is_told_by_component_once_for_all_scenarios()
    {
        var observations = RunComparison.Of(Run(("one", PASSED, Older), ("two", PASSED, Older)), Run(("one", PASSED, Newer), ("two", PASSED, Newer))).Observations;

        Assert.Equal("Observations between Kubernetes 1.20.2 and 1.36.2", observations.Title);
        Assert.Equal(2, observations.Scenarios);
        Assert.Equal(
            [
                "kube-apiserver: Pod metadata has also generation (2 scenarios)",
                "kube-apiserver: ServiceAccount no longer has secrets (2 scenarios)",
                "kube-controller-manager: ResourceClaim is new (2 scenarios)",
                "kubelet: Pod status has also conditions[PodReadyToStartContainers] (2 scenarios)",
                "kubelet: Pod status.conditions[Ready].reason is now PodFailed instead of PodCompleted (2 scenarios)",
                "kubelet: event Resized of a Pod is new (2 scenarios)",
                "taint-eviction-controller: event Evicted of a Pod is now said by taint-eviction-controller instead of taint-controller (2 scenarios)",
            ],
            observations.Differences.Select(one => $"{one.Component}: {one}"));
    }

    [Fact]
    public void Another_order_of_runs_tells_the_opposite() => Assert.Contains(
        "Pod status no longer has conditions[PodReadyToStartContainers] (1 scenario)",
        RunComparison.Of(Run(("one", PASSED, Newer)), Run(("one", PASSED, Older))).Observations.Differences.Select(one => $"{one}"));

    [Fact]
    public void What_varies_from_scenario_to_scenario_is_no_difference()
    {
        var comparison = RunComparison.Of(Run(("one", PASSED, Older), ("two", PASSED, Newer)), Run(("one", PASSED, Newer), ("two", PASSED, Older)));

        Assert.Empty(comparison.Observations.Differences);
    }

    [Fact]
    public void Observations_are_no_part_of_the_verdict() => Assert.True(RunComparison.Of(Run(("one", PASSED, Older)), Run(("one", PASSED, Newer))).AreEqual);

    [Theory]
    [InlineData("none because: the API server did not answer within 5 s\n")]
    [InlineData("objects: [")]
    [InlineData("")]
    public void Where_one_run_has_none_nothing_is_told(string none) =>
        Assert.Empty(RunComparison.Of(Run(("one", PASSED, Older)), Run(("one", PASSED, none))).Observations.Differences);

    [Fact]
    public void A_scenario_that_failed_is_not_compared() =>
        Assert.Equal(0, RunComparison.Of(Run(("one", PASSED, Older)), Run(("one", FAILED, Newer))).Observations.Scenarios);

    [Fact]
    public async Task The_page_shows_them_and_is_quiet_where_nothing_differs()
    {
        var page = await PageAsync(Run(("one", PASSED, Older)), Run(("one", PASSED, Newer)));
        Assert.Contains("<h2>Observations between Kubernetes 1.20.2 and 1.36.2</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<h3>kubelet</h3>", page, StringComparison.Ordinal);
        Assert.Contains("<li>Pod status has also conditions[PodReadyToStartContainers] (1 scenario)</li>", page, StringComparison.Ordinal);

        Assert.DoesNotContain("Observations", await PageAsync(Run(("one", PASSED, Older)), Run(("one", PASSED, Older))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_change_log_says_what_is_new_and_what_shows_differently()
    {
        var page = ComparisonMarkdown.Of(RunComparison.Of(Run(("one", PASSED, Older), ("new", SKIPPED, "")), Run(("one", PASSED, Newer), ("new", PASSED, ""))));

        Assert.StartsWith("# From Kubernetes 1.20.2 to Kubernetes 1.36.2\n", page, StringComparison.Ordinal);
        Assert.Contains("1 scenario ended alike, with the same outcomes.\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Only in Kubernetes 1.36.2\n\n**Scheduler**\n- new\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Only in Kubernetes 1.20.2", page, StringComparison.Ordinal);
        Assert.Contains("\n### kubelet\n- Pod status has also conditions\\[PodReadyToStartContainers\\] (1)\n", page, StringComparison.Ordinal);
        Assert.EndsWith(")\n", page, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(TestRun first, TestRun second)
    {
        using var stream = new MemoryStream();
        await ComparisonReport.WriteAsync(RunComparison.Of(first, second), "a", "b", stream, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static TestRun Run(params (string Name, TestStepResultStatus Status, string Observations)[] scenarios)
    {
        var script = MessageScript.Started().Feature(Uri, "Scheduler", [.. scenarios.Select(scenario => (scenario.Name, (string[])["a"]))]);
        foreach (var (name, status, observations) in scenarios)
        {
            var id = MessageScript.Id(Uri, name);
            script.Start(id).Step(id, 0, status, status == PASSED ? null : "it broke");
            script.Add(Envelope.Create(new Attachment(
                observations, AttachmentContentEncoding.IDENTITY, "02-observations.yaml", "application/yaml", null, id, null, null, null, null, script.Now())));
            script.End(id);
        }

        return script.Finished().Load();
    }
}
