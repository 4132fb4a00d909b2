using Estaleiro.Clusters;
using Estaleiro.Clusters.Waiting;
using Estaleiro.Contract;
using Estaleiro.Contract.Outages;
using Estaleiro.Outages;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Something is taken down, and what it was for is seen.</summary>
[Binding]
public sealed class OutageSteps(ScenarioCluster cluster, EvidenceLog evidence, Outcome outcome) : IAsyncDisposable
{
    private const string ControllerManager = "kube-controller-manager";

    /// <summary>How long everything may take to come back, unscaled.</summary>
    private static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(60);

    private static readonly OutageTimes Times = OutageTimes.OfAFifth;

    private readonly List<string> down = [];
    private OutageMeasurement? measurement;
    private OutageStart start = OutageStart.Now();
    private string manner = "";

    private OutageMeasurement Measurement => measurement ?? throw new InvalidOperationException("Nothing is under way yet: write 'everything a cluster is for is under way'.");

    [Given("a cluster that gives up a silent node after {int} seconds")]
    public Task GivenAHastyCluster(int seconds) => AcquireAsync(seconds, []);

    /// <summary>Without an API server its leaders end before any node is given up: the same order as with the defaults.</summary>
    [Given("a cluster that gives up a silent node after {int} seconds, and a silent leader after {int}")]
    public Task GivenAHastyClusterWithLeaders(int seconds, int lease) => AcquireAsync(
        seconds,
        ["leader-elect=true", $"leader-elect-lease-duration={lease}s", $"leader-elect-renew-deadline={lease - 2}s", "leader-elect-retry-period=1s"]);

    [Given("everything a cluster is for is under way")]
    public async Task EverythingIsUnderWay()
    {
        evidence.Kubectl($"get all -n {cluster.Namespace} -o wide");
        measurement = new(cluster.Cluster, cluster.Namespace, Times);
        cluster.AtEnd(async () => await DisposeAsync());
        using var told = cluster.Awaiting("everything a cluster is for to work");
        await measurement.PrepareAsync(cluster.Limit);
    }

    [When("{string} of {string} is stopped")]
    public Task IsStopped(string component, string node) =>
        TakeDownAsync(component, node, "stopped", $"sv stop {component}", found => found.StopAsync(cluster.Limit));

    [When("{string} of {string} is frozen")]
    public Task IsFrozen(string component, string node) =>
        TakeDownAsync(component, node, "frozen", $"pkill -STOP -x {component}", found => found.FreezeAsync(cluster.Limit));

    [When("so it stays until the pods of a dead node should run elsewhere")]
    public async Task SoItStays()
    {
        using (cluster.Awaiting($"what {string.Join(" and ", down)} is for to show"))
        {
            await Measurement.MeasureAsync(string.Join(" and ", down), manner, start, cluster.Limit);
        }

        var table = new OutcomeTable("capability", "state", "when", "why");
        foreach (var cell in Measurement.Row.Cells)
        {
            evidence.Note($"{EvidenceNames.Prompt}{cell.Command} # {State(cell.State)}{(cell.When is TimeClass.Never ? "" : $" {Words(cell.When)}")}");
            table.Add(cell.Capability, State(cell.State), Words(cell.When), cell.Reason);
        }

        outcome.Add($"while {Measurement.Row.Component} is {manner}", table);
    }

    [Then("this goes on:")]
    public void ThisGoesOn(DataTable expected) => AssertCells(expected, CapabilityState.Works, TimeClass.Never);

    [Then("this fails {word} {word}:")]
    public void ThisFails(string first, string second, DataTable expected) => AssertCells(expected, CapabilityState.Fails, Parse($"{first} {second}"));

    [Then("this fails {word} the {word}:")]
    public void ThisFailsThe(string first, string second, DataTable expected) => AssertCells(expected, CapabilityState.Fails, Parse($"{first} the {second}"));

    [Then("this fails after the grace period:")]
    public void ThisFailsAfterTheGracePeriod(DataTable expected) => AssertCells(expected, CapabilityState.Fails, TimeClass.AfterGracePeriod);

    [Then("this is frozen:")]
    public void ThisIsFrozen(DataTable expected) => AssertCells(expected, CapabilityState.Frozen, TimeClass.AtOnce);

    [When("{string} of {string} comes back")]
    public async Task ComesBack(string component, string node)
    {
        evidence.Note($"{node}$ {(manner == "frozen" ? $"pkill -CONT -x {component}" : $"sv start {component}")}");
        await new NodeComponent(Node(node), component).ReturnAsync(cluster.Limit);
    }

    [Then("everything works again")]
    public async Task EverythingWorksAgain()
    {
        using var told = cluster.Awaiting("everything to work again");
        await Measurement.RecoverAsync(RecoveryLimit, cluster.Limit);
        outcome.Add("afterwards", "everything works again");
    }

    [Then("nothing is lost, and no pod was started twice")]
    public Task NothingIsLost() => AssertNoLossesAsync(0);

    /// <summary>The matrix is made of these, also of one whose recovery failed.</summary>
    [AfterScenario(Order = 8000)]
    public async Task KeepTheRow()
    {
        if (measurement is { HasRow: true })
        {
            await evidence.AttachAsync(EvidenceNames.Outage, measurement.Row.ToJson(), CancellationToken.None);
        }
    }

    /// <summary>Ends what is under way, while the cluster is still there.</summary>
    public async ValueTask DisposeAsync()
    {
        if (measurement is not null)
        {
            await measurement.DisposeAsync();
        }
    }

    private static string State(CapabilityState state) => state switch
    {
        CapabilityState.Works => "works",
        CapabilityState.Fails => "fails",
        CapabilityState.Frozen => "frozen",
        _ => "not measured",
    };

    private static string Words(TimeClass when) => when switch
    {
        TimeClass.AtOnce => "at once",
        TimeClass.WithinLease => "within the lease",
        TimeClass.AfterGracePeriod => "after the grace period",
        TimeClass.AfterToleration => "after the toleration",
        _ => "-",
    };

    private static TimeClass Parse(string words) =>
        Enum.GetValues<TimeClass>().FirstOrDefault(when => Words(when) == words) is var found and not TimeClass.Never
            ? found
            : throw new FormatException($"'{words}' is no time: write at once, within the lease, after the grace period, or after the toleration.");

    private async Task AcquireAsync(int gracePeriod, string[] election)
    {
        Assert.Equal(Times.GracePeriod.TotalSeconds, gracePeriod);
        string[] controllers = [$"node-monitor-grace-period={gracePeriod}s", "node-monitor-period=1s", "node-eviction-rate=10", .. election];
        var spec = controllers.Aggregate(ClusterSpec.TwoNodes, (made, argument) => made.WithArgument(ControllerManager, argument));
        await cluster.AcquireAsync(election.Aggregate(spec, (made, argument) => made.WithArgument("kube-scheduler", argument)));
        await Task.WhenAll(cluster.Cluster.Nodes.Select(ShortenLeaseAsync));
        await cluster.Await().All<V1Node>().UntilAsync(
            nodes => nodes.All(node => node.IsReady() && node.Spec.Taints is null or []), "all nodes to be Ready", ScenarioCluster.StepLimit, cluster.Limit);
    }

    /// <summary>
    /// A kubelet renews its node's lease four times while it lasts, and so every ten seconds, too seldom for a short grace period. The lease's
    /// duration is no argument, but a field of the kubelet's configuration file.
    /// </summary>
    private async Task ShortenLeaseAsync(IClusterNode node)
    {
        const string File = "/run/estaleiro/kubelet.yaml";
        const string Line = "nodeLeaseDurationSeconds: 4";
        evidence.Note($"{node.Name}$ echo '{Line}' >> {File}; sv restart kubelet");
        var result = await node.ExecuteAsync(
            ["bash", "-c", $"grep -q '{Line}' {File} || {{ echo '{Line}' >> {File}; sv -w 20 restart kubelet; }}"], cluster.Limit);
        Assert.True(result.ExitCode == 0, $"The kubelet of {node.Name} did not restart: {result.Output} {result.Error}");
        await cluster.Await().One<V1Lease>(node.Name, "kube-node-lease").UntilAsync(
            lease => lease.Spec.LeaseDurationSeconds == 4, $"the lease of {node.Name} to be short", ScenarioCluster.StepLimit, cluster.Limit);
    }

    private async Task TakeDownAsync(string component, string node, string how, string command, Func<NodeComponent, Task> takeDown)
    {
        evidence.Note($"{node}$ {command}");
        var begun = down.Count == 0 ? DateTimeOffset.UtcNow : start.Begun;
        await takeDown(new(Node(node), component));
        start = new(begun, DateTimeOffset.UtcNow);
        down.Add($"{component} of {node}");
        manner = how;
    }

    private IClusterNode Node(string name) => cluster.Cluster.Nodes.Single(node => node.Name == name);

    private void AssertCells(DataTable expected, CapabilityState state, TimeClass when)
    {
        var wanted = expected.Rows.Select(row => row[0]).Order(StringComparer.Ordinal).ToArray();
        var found = Measurement.Row.Cells.Where(cell => cell.State == state && cell.When == when).Select(cell => cell.Capability).Order(StringComparer.Ordinal).ToArray();
        Assert.True(wanted.SequenceEqual(found), $"{State(state)} {Words(when)}: {string.Join(", ", found)}. Expected: {string.Join(", ", wanted)}.");
    }

    private async Task AssertNoLossesAsync(int restarts)
    {
        evidence.Kubectl($"get pods -n {cluster.Namespace} -o wide");
        var losses = await Measurement.FindLossesAsync(restarts, cluster.Limit);
        Assert.True(losses.Count == 0, string.Join(" ", losses));
    }
}
