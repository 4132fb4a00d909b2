using System.Net;
using Estaleiro.Api;
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

    private const string Routes = "node-routes";

    /// <summary>Marks the routes of <see cref="Routes"/>.</summary>
    private const string RouteProtocol = "77";

    private const string LeaseNamespace = "kube-node-lease";

    /// <summary>
    /// How long everything may take to come back, unscaled. A kubelet that has lost the API server asks again after up to 30 s, which jitter may
    /// double (client-go's reflector); its pods start after that.
    /// </summary>
    private static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(90);

    /// <summary>How long a pod of a node that was off may take to be counted as restarted, unscaled.</summary>
    private static readonly TimeSpan LossLimit = TimeSpan.FromSeconds(20);

    private static readonly OutageTimes Times = OutageTimes.OfAFifth;

    private readonly List<string> down = [];
    private readonly List<Func<Task>> comebacks = [];
    private OutageMeasurement? measurement;
    private OutageStart start = OutageStart.Now();
    private string manner = "";

    private OutageMeasurement Measurement => measurement
        ?? throw new InvalidOperationException("Nothing is under way yet: write 'everything a cluster is for is under way'.");

    /// <summary>
    /// Takes a cluster of two nodes whose node-monitor-grace-period is this many seconds, and shortens the nodes' leases to match; only
    /// the seconds that the measurement works with are allowed.
    /// </summary>
    [Given("a cluster that gives up a silent node after {int} seconds")]
    public Task GivenAHastyCluster(int seconds) => AcquireAsync(seconds, []);

    /// <summary>Without an API server its leaders end before any node is given up: the same order as with the defaults.</summary>
    [Given("a cluster that gives up a silent node after {int} seconds, and a silent leader after {int}")]
    public Task GivenAHastyClusterWithLeaders(int seconds, int lease) => AcquireAsync(
        seconds,
        ["leader-elect=true", $"leader-elect-lease-duration={lease}s", $"leader-elect-renew-deadline={lease - 2}s", "leader-elect-retry-period=1s"]);

    /// <summary>Prepares every capability that outages are measured by, and waits until all of them work.</summary>
    [Given("everything a cluster is for is under way")]
    public async Task EverythingIsUnderWay()
    {
        evidence.Kubectl($"get all -n {cluster.Namespace} -o wide");
        measurement = new(cluster.Cluster, cluster.Namespace, Times);
        cluster.AtEnd(async () => await DisposeAsync());
        using var told = cluster.Awaiting("everything a cluster is for to work");
        await measurement.PrepareAsync(cluster.Limit);
    }

    /// <summary>Stops the component's process on the node until the scenario lets it return.</summary>
    [When("{string} of {string} is stopped")]
    public Task IsStopped(string component, string node)
    {
        var process = new NodeComponent(Node(node), component);
        return TakeDownAsync(
            NameOf(component, node),
            "stopped",
            $"{node}$ sv stop {component}",
            () => process.StopAsync(cluster.Limit),
            () => process.ReturnAsync(cluster.Limit));
    }

    /// <summary>Sends SIGSTOP to the component's process, which then keeps its connections open but answers nothing.</summary>
    [When("{string} of {string} is frozen")]
    public Task IsFrozen(string component, string node)
    {
        var process = new NodeComponent(Node(node), component);
        return TakeDownAsync(
            NameOf(component, node),
            "frozen",
            $"{node}$ pkill -STOP -x {component}",
            () => process.FreezeAsync(cluster.Limit),
            () => process.ReturnAsync(cluster.Limit));
    }

    /// <summary>Takes the cluster's DNS server out of service; the rest of the cluster stays up.</summary>
    [When("the DNS server is stopped")]
    public Task TheDnsServerIsStopped() => StopAddOnAsync("DNS server", "dns");

    /// <summary>Takes the cluster's ingress controller out of service; the rest of the cluster stays up.</summary>
    [When("the ingress controller is stopped")]
    public Task TheIngressControllerIsStopped() => StopAddOnAsync("ingress controller", "ingress");

    /// <summary>Ends the Music controller in an orderly way, by SIGTERM, until the scenario lets it return.</summary>
    [When("the Music controller is stopped")]
    public Task TheMusicControllerIsStopped() => TakeDownAsync(
        "Music controller",
        "stopped",
        "# the Music controller gets SIGTERM",
        Measurement.StopMusicControllerAsync,
        () => Measurement.StartMusicControllerAsync(cluster.Limit));

    /// <summary>Stops the process that keeps the routes between the nodes, and removes the routes that it has set.</summary>
    [When("the routes between the nodes are cut")]
    public Task TheRoutesAreCut() => TakeDownAsync(
        "routes between the nodes",
        "cut",
        $"node1$ sv stop {Routes}; ip route flush proto {RouteProtocol}    # and on node2",
        () => Task.WhenAll(cluster.Cluster.Nodes.Select(async node =>
        {
            await new NodeComponent(node, Routes).StopAsync(cluster.Limit);
            await node.ExecuteAsync(["ip", "route", "flush", "proto", RouteProtocol], cluster.Limit);
            var left = await node.ExecuteAsync(["ip", "route", "show", "proto", RouteProtocol], cluster.Limit);
            Assert.True(left.Output.Length == 0, $"{node.Name} still has the route {left.Output}");
        })),
        () => Task.WhenAll(cluster.Cluster.Nodes.Select(node => new NodeComponent(node, Routes).ReturnAsync(cluster.Limit))));

    /// <summary>Switches the node off, with everything that runs on it.</summary>
    [When("the power of {string} is cut")]
    public Task ThePowerIsCut(string node) => TakeDownAsync(
        node,
        "off",
        $"# pull the plug of {node}",
        async () =>
        {
            await cluster.Cluster.StopNodeAsync(node, cluster.Limit);
            await Assert.ThrowsAsync<ClusterException>(() => Node(node).ExecuteAsync(["true"], cluster.Limit));
        },
        async () =>
        {
            await cluster.Cluster.StartNodeAsync(node, cluster.Limit);

            // Its arguments are written anew at every boot.
            await ShortenLeaseAsync(Node(node));
        });

    /// <summary>
    /// Measures every capability until the cluster should have moved a dead node's pods; records state, time class and reason of each.
    /// </summary>
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
            evidence.Note($"{EvidenceNames.Prompt}{cell.Command} # {CellWords.Of(cell.State)}{(cell.When is TimeClass.Never ? "" : $" {CellWords.Of(cell.When)}")}");
            table.Add(cell.Capability, CellWords.Of(cell.State), CellWords.Of(cell.When), cell.Reason);
        }

        outcome.Add($"{Measurement.Row.Component}, {manner}", table);
    }

    /// <summary>Checks that these capabilities worked through the whole measurement. The table must name them as the matrix does.</summary>
    [Then("this goes on:")]
    public void ThisGoesOn(DataTable expected) => AssertCells(expected, CapabilityState.Works, TimeClass.Never);

    /// <summary>Checks that these capabilities failed within this class of time, such as "at once".</summary>
    [Then("this fails {word} {word}:")]
    public void ThisFails(string first, string second, DataTable expected) => AssertCells(expected, CapabilityState.Fails, Parse($"{first} {second}"));

    /// <summary>Checks that these capabilities failed within this class of time, such as "after the timeout".</summary>
    [Then("this fails {word} the {word}:")]
    public void ThisFailsThe(string first, string second, DataTable expected) => AssertCells(expected, CapabilityState.Fails, Parse($"{first} the {second}"));

    /// <summary>Checks that these capabilities failed only once the cluster had given the node up.</summary>
    [Then("this fails after the grace period:")]
    public void ThisFailsAfterTheGracePeriod(DataTable expected) => AssertCells(expected, CapabilityState.Fails, TimeClass.AfterGracePeriod);

    /// <summary>Checks that these capabilities kept their last state from the start: they go on, but follow no change.</summary>
    [Then("this is frozen:")]
    public void ThisIsFrozen(DataTable expected) => AssertCells(expected, CapabilityState.Frozen, TimeClass.AtOnce);

    /// <summary>In the order in which it was taken down.</summary>
    [When("it comes back")]
    [When("both come back")]
    public async Task ItComesBack()
    {
        evidence.Note($"# {string.Join(" and ", down)}: back again");
        foreach (var comeBack in comebacks)
        {
            await comeBack();
        }
    }

    /// <summary>Ends the outage, waits until every capability works as before, and records it.</summary>
    [Then("everything works again")]
    public async Task EverythingWorksAgain()
    {
        using var told = cluster.Awaiting("everything to work again");
        await Measurement.RecoverAsync(RecoveryLimit, cluster.Limit);
        outcome.Add("afterwards", "everything works again");
    }

    /// <summary>Waits until objects and pods are as they were before the outage; a pod that was started twice counts as a loss.</summary>
    [Then("nothing is lost, and no pod was started twice")]
    public Task NothingIsLost() => AssertNoLossesAsync(wasOff: false);

    /// <summary>
    /// Waits until objects and pods are as they were before the outage; only pods of the node that was off may have been restarted.
    /// </summary>
    [Then("nothing is lost, and the pods of the node were started again")]
    public Task NothingIsLostAndPodsWereStartedAgain() => AssertNoLossesAsync(wasOff: true);

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

    /// <summary>What the matrix calls a component. Of the server's own there is one only.</summary>
    private static string NameOf(string component, string node) => component switch
    {
        "kube-apiserver" => "API server",
        "kube-scheduler" => "scheduler",
        ControllerManager => "controllers",
        "etcd" => component,
        "containerd" => $"container runtime of {node}",
        _ => $"{component} of {node}",
    };

    private static TimeClass Parse(string words) =>
        Enum.GetValues<TimeClass>().FirstOrDefault(when => CellWords.Of(when) == words) is var found and not TimeClass.Never
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
        if ((await node.ExecuteAsync(["grep", "-q", Line, File], cluster.Limit)).ExitCode == 0)
        {
            return;
        }

        evidence.Note($"{node.Name}$ sv stop kubelet; kubectl delete lease -n {LeaseNamespace} {node.Name}; echo '{Line}' >> {File}; sv start kubelet");
        var kubelet = new NodeComponent(node, "kubelet");
        await kubelet.StopAsync(cluster.Limit);

        // A kubelet that finds its lease keeps the duration that it has.
        var path = ApiResource.Of<V1Lease>().PathOf(LeaseNamespace, node.Name);
        var answer = await cluster.Api.SendAsync(HttpMethod.Delete, path, null, MediaTypes.Json, cluster.Limit);
        Assert.True(answer.IsSuccess || answer.StatusCode is HttpStatusCode.NotFound, $"The API server answered {answer.Line} to DELETE {path}.");
        await node.ExecuteAsync(["sh", "-c", $"echo '{Line}' >> {File}"], cluster.Limit);
        await kubelet.ReturnAsync(cluster.Limit);
        await cluster.Await().One<V1Lease>(node.Name, LeaseNamespace).UntilAsync(
            lease => lease.Spec.LeaseDurationSeconds == 4, $"the lease of {node.Name} to be short", ScenarioCluster.StepLimit, cluster.Limit);
    }

    private Task StopAddOnAsync(string name, string component) => TakeDownAsync(
        name,
        "stopped",
        $"# the {name} is stopped; in other clusters: kubectl scale -n kube-system deployment --replicas=0",
        () => cluster.Cluster.StopComponentAsync(component, cluster.Limit),
        () => cluster.Cluster.StartComponentAsync(component, cluster.Limit));

    private async Task TakeDownAsync(string name, string how, string note, Func<Task> takeDown, Func<Task> comeBack)
    {
        evidence.Note(note);
        var begun = DateTimeOffset.UtcNow;
        await takeDown();
        start = down.Count == 0 ? new(begun, DateTimeOffset.UtcNow) : start;
        down.Add(name);
        comebacks.Add(comeBack);
        manner = manner.Length == 0 || manner == how ? how : "down";
    }

    private IClusterNode Node(string name) => cluster.Cluster.Nodes.Single(node => node.Name == name);

    private void AssertCells(DataTable expected, CapabilityState state, TimeClass when)
    {
        var wanted = expected.Rows.Select(row => row[0]).Order(StringComparer.Ordinal).ToArray();
        var found = Measurement.Row.Cells.Where(cell => cell.State == state && cell.When == when)
            .Select(cell => cell.Capability).Order(StringComparer.Ordinal).ToArray();
        var difference = found.Except(wanted).Select(capability => $"+ {capability}").Concat(wanted.Except(found).Select(capability => $"- {capability}"));
        Assert.True(
            wanted.SequenceEqual(found), $"Not as expected of what {CellWords.Of(state)} {CellWords.Of(when)}: {string.Join(", ", difference)}");
    }

    private async Task AssertNoLossesAsync(bool wasOff)
    {
        evidence.Kubectl($"get pods -n {cluster.Namespace} -o wide");
        await Repeatedly.LookAsync(
            cluster,
            async token => await Measurement.FindLossesAsync(wasOff, token) is { Count: > 0 } losses ? string.Join(" ", losses) : null,
            LossLimit,
            "everything to be there as before");
    }
}
