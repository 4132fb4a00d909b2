using Estaleiro.Api;
using Estaleiro.Clusters;
using Estaleiro.Clusters.Waiting;
using Estaleiro.Contract;
using Estaleiro.Specs.Xunit.Pacing;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Workshop;
using Xunit;

namespace Estaleiro.Steps.Scenarios;

/// <summary>
/// The cluster a scenario runs on and the namespace it has there. Held from the first <c>Given a cluster…</c> until the scenario's end.
/// </summary>
public sealed class ScenarioCluster(ScenarioContext scenario, FeatureContext feature, Names names) : IAsyncDisposable
{
    private const string RequiresTag = "requires-";

    /// <summary>Beside <c>@own-cluster</c>: the scenario mends what it breaks, so that the next such one may have the cluster.</summary>
    private const string RestoresTag = "restores-cluster";

    private readonly CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(SpecRun.Current.Stopping);
    private readonly Stack<Func<Task>> atEnd = new();
    private readonly ScenarioWaits waits = new(feature, scenario);
    private ClusterLease? lease;
    private TestNamespace? testNamespace;
    private KubernetesApi? api;
    private IEtcd? etcd;

    /// <summary>When the scenario began.</summary>
    public DateTimeOffset Began { get; } = DateTimeOffset.UtcNow;

    /// <summary>The cluster.</summary>
    public ICluster Cluster => lease?.Cluster ?? throw NoCluster();

    /// <summary>The scenario's own namespace.</summary>
    public string Namespace => testNamespace?.Name ?? throw NoCluster();

    /// <summary>The API server, for requests of any kind.</summary>
    public KubernetesApi Api => api ?? throw NoCluster();

    /// <summary>Whether the scenario has come as far as having a cluster.</summary>
    public bool IsAcquired => testNamespace is not null;

    /// <summary>Cancelled when the scenario has had its time.</summary>
    public CancellationToken Limit => limit.Token;

    /// <summary>How long a scenario may take once it has its cluster, unscaled: a net under the steps' own limits.</summary>
    public static TimeSpan ScenarioLimit { get; } = TimeSpan.FromMinutes(8);

    /// <summary>How long one step may wait for something to become true, unscaled.</summary>
    public static TimeSpan StepLimit { get; } = TimeSpan.FromSeconds(150);

    /// <summary>
    /// Gets a cluster that is as the spec says: a shared one, or one of its own for a scenario tagged <c>@own-cluster</c>.
    /// The scenario is skipped where the cluster lacks what its tags require.
    /// </summary>
    public async Task AcquireAsync(ClusterSpec spec)
    {
        if (lease is not null)
        {
            throw new InvalidOperationException("The scenario has a cluster already: write one 'Given a cluster' step.");
        }

        var tags = scenario.ScenarioInfo.CombinedTags;
        var use = UseOf(tags);
        await SkipForVersionAsync(tags);
        try
        {
            // A cluster's start has a limit of its own; the scenario's begins when there is something to work with. That of the shared one tells
            // of itself.
            using (use == ClusterUse.Shared ? null : Awaiting("a cluster of its own"))
            {
                lease = await SpecRun.Current.Pool.LeaseAsync(spec, use, Limit);
            }
        }
        catch (CapabilityMissingException missing)
        {
            SkipFor(missing.Capability.Name, missing.Reason, ExpectedSkips.KindsOf(SpecRun.Current.Provider));
        }

        if (WorkshopSession.Current is null)
        {
            limit.CancelAfter(SpecRun.Current.Scale(ScenarioLimit));
        }

        foreach (var requirement in RequirementsOf(tags))
        {
            if (Cluster.Capabilities.WhyMissing(requirement) is { } reason)
            {
                SkipFor(requirement, reason, [ExpectedSkips.KindOf(Cluster)]);
            }
        }

        using (Awaiting("its namespace"))
        {
            testNamespace = await TestNamespace.CreateAsync(Cluster, feature.FeatureInfo.Title, Limit);
        }

        testNamespace.End = !Cluster.IsThrowaway || WorkshopSession.Current is not null ? NamespaceEnd.Deleted
            : use == ClusterUse.Own ? NamespaceEnd.Left
            : NamespaceEnd.Emptied;
        api = new KubernetesApi(Cluster.Client);
        names.Give(Namespace, "{namespace}");
        foreach (var node in Cluster.Nodes)
        {
            names.Give(node.Address, $"ip of {node.Alias}");
            if (node.Alias != node.Name)
            {
                names.Give(node.Name, node.Alias);
            }
        }

        foreach (var key in Cluster.Spec.Nodes.SelectMany(node => node.Labels.Keys).Where(key => Cluster.NodeLabelKey(key) != key))
        {
            names.Give(Cluster.NodeLabelKey(key), key);
        }

        scenario.ScenarioContainer.RegisterInstanceAs<IStepWords>(new NodeWords(Cluster.Nodes));
    }

    /// <summary>Waits on the cluster's objects.</summary>
    public ClusterAwait Await() => Cluster.Await(waits);

    /// <summary>Begins a wait of another kind, to be disposed when it is over: whoever watches the run is told of it should it last.</summary>
    /// <param name="what">What is awaited: "Wind to answer".</param>
    public LongWait Awaiting(string what) => LongWait.Begin(waits, what);

    /// <summary>The store behind the API server, opened when first asked for.</summary>
    public async Task<IEtcd> OpenEtcdAsync() => etcd ??= await Cluster.OpenEtcdAsync(Limit);

    /// <summary>Restarts a whole node and returns when it is Ready again.</summary>
    public async Task RestartNodeAsync(string node)
    {
        if (etcd is { } opened)
        {
            etcd = null;
            await opened.DisposeAsync();
        }

        await Cluster.RestartNodeAsync(node, Limit);
    }

    /// <summary>Puts values in place of what a spec writes as <c>{namespace}</c>.</summary>
    public string Expand(string text) => text.Replace("{namespace}", Namespace, StringComparison.Ordinal);

    /// <summary>The opposite of <see cref="Expand"/>, also within a longer name: <c>{namespace}-tunes</c>.</summary>
    public string Unexpand(string text) => text.Replace(Namespace, "{namespace}", StringComparison.Ordinal);

    /// <summary>
    /// Has cluster and namespace stay after the scenario's end; what <see cref="AtEnd"/> takes away goes all the same, since other scenarios use
    /// the cluster. Null where the run has kept as many clusters as a machine can bear.
    /// </summary>
    public async Task<KeptScenario?> KeepAsync(CancellationToken cancellationToken)
    {
        if (!SpecRun.Current.MayKeep(Cluster))
        {
            return null;
        }

        var kept = await Cluster.KeepAsync(cancellationToken);
        await testNamespace!.KeepAsync(cancellationToken);
        return new(
            $"{feature.FeatureInfo.Title} › {scenario.ScenarioInfo.Title}", Namespace, kept?.Name, kept?.KubeconfigPath, kept?.Nodes ?? []);
    }

    /// <summary>
    /// Has something that is no part of the namespace (a Node, a PriorityClass) taken away at the scenario's end, also a failed one's,
    /// while the cluster is still there. What came last goes first.
    /// </summary>
    public void AtEnd(Func<Task> remove) => atEnd.Push(remove);

    /// <summary>Gives cluster and namespace back.</summary>
    /// <exception cref="AggregateException">Something could not be taken away; everything else was.</exception>
    public async ValueTask DisposeAsync()
    {
        var failures = new List<Exception>();
        while (atEnd.TryPop(out var remove))
        {
            try
            {
                await remove();
            }
            catch (Exception exception)
            {
                failures.Add(exception);
            }
        }

        if (lease is not null)
        {
            lease.IsLeftWhole = scenario.TestError is null && failures.Count == 0;
        }

        // Whatever one of them says, the next is given back.
        await using (lease)
        await using (testNamespace)
        await using (etcd)
        {
        }

        limit.Dispose();
        if (failures.Count > 0)
        {
            throw new AggregateException("The scenario left something behind on the cluster.", failures);
        }
    }

    private static ClusterUse UseOf(string[] tags) =>
        !tags.Contains(Capability.OwnCluster.Name) ? ClusterUse.Shared
        : tags.Contains(RestoresTag) ? ClusterUse.Restored
        : ClusterUse.Own;

    private static InvalidOperationException NoCluster() =>
        new("The scenario has no cluster yet: begin it with 'Given a cluster'.");

    /// <summary>Before a cluster is started for it: one of another release may not even start with a scenario's arguments.</summary>
    private async Task SkipForVersionAsync(IEnumerable<string> tags)
    {
        foreach (var requirement in RequirementsOf(tags))
        {
            if (VersionRequirement.TryParse(requirement, out var required)
                && await SpecRun.Current.Pool.FindVersionAsync(Limit) is { } version
                && required.WhyMissing(version) is { } reason)
            {
                SkipFor(requirement, reason, ExpectedSkips.KindsOf(SpecRun.Current.Provider));
            }
        }
    }

    private static IEnumerable<string> RequirementsOf(IEnumerable<string> tags) =>
        tags.Where(tag => tag.StartsWith(RequiresTag, StringComparison.Ordinal)).Select(tag => tag[RequiresTag.Length..]);

    private static void SkipFor(string requirement, string reason, string[] kinds)
    {
        if (!kinds.Any(kind => ExpectedSkips.Contains(kind, requirement)))
        {
            Assert.Fail(
                $"The cluster lacks '{requirement}' ({reason}), and features/expected-skips.yaml does not expect that of '{string.Join("' or '", kinds)}'. "
                + "Mend the cluster, or list the requirement there with the reason.");
        }

        Skip.If(true, $"{requirement}: {reason}");
    }
}
