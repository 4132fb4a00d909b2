using Estaleiro.Cli.Outages;
using Estaleiro.Clusters;
using Estaleiro.Clusters.Tests;
using Estaleiro.Contract.Outages;
using Estaleiro.Outages;
using Estaleiro.Outages.Probes;
using Xunit;

namespace Estaleiro.Cli.Tests;

public sealed class ProbedOutageTests
{
    /// <summary>Scales the 12 s in which a new pod must run down to a quarter of a second.</summary>
    private const double Fast = 0.02;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly List<string> done = [];

    [Fact]
    public async Task What_does_not_come_to_pass_is_open_then_fails_from_the_begin_and_works_when_it_has()
    {
        var isThere = new TaskCompletionSource();
        var outage = await StartAsync(new TriggeredProbe("a new pod runs", "")
        {
            See = async window =>
            {
                await isThere.Task.WaitAsync(window).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return isThere.Task.IsCompleted ? ProbeResult.Works("it runs") : throw new CapabilityLostException("the pod stays Pending");
            },
        });

        var open = Assert.Single(outage.Capabilities);
        Assert.True(open is { IsOpen: true, IsWhole: false, ChangedAt: null });
        var failed = await SeeAsync(outage, now => now.State is CapabilityState.Fails);
        Assert.Equal("the pod stays Pending", failed.LastWords);
        Assert.InRange(failed.ChangedAt!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(12) * Fast);

        isThere.SetResult();
        var works = await SeeAsync(outage, now => now.State is CapabilityState.Works);
        Assert.True(works.ChangedAt > failed.ChangedAt);
        await outage.DisposeAsync();
    }

    [Fact]
    public async Task What_is_refused_fails_at_once_and_is_asked_for_again()
    {
        var asked = 0;
        await using var outage = await StartAsync(new TriggeredProbe("writing", "")
        {
            Trigger = _ => Interlocked.Increment(ref asked) == 1 ? throw new CapabilityLostException("refused") : Task.CompletedTask,
            See = _ => Task.FromResult(ProbeResult.Works("written")),
        });

        Assert.Equal("refused", (await SeeAsync(outage, now => !now.IsOpen)).LastWords);
        Assert.True((await SeeAsync(outage, now => now.State is CapabilityState.Works)).IsWhole);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task One_request_that_fails_is_nothing_two_are_a_state_and_a_lost_connection_is_opened_anew_when_the_component_is_back()
    {
        await using var cluster = new FakeCluster(ClusterSpec.TwoNodes, null, () => { });
        using var ground = new ProbeGround(cluster, "outage", OutageTimes.OfDefaults);
        var answers = new Queue<string?>([null, "nobody answers", null, "nobody answers", "nobody answers"]);
        await using var outage = await StartAsync(new SampledProbe(ground, "a service answers", "")
        {
            Ask = _ => Task.FromResult<string?>(null),
            Open = _ => Task.FromResult<Func<CancellationToken, Task<string?>>>(
                _ => Task.FromResult(answers.Count > 0 ? answers.Dequeue() : "nobody answers")),
            Works = "the pod answers",
        });

        var failed = await SeeAsync(outage, now => now.State is CapabilityState.Fails);
        Assert.Empty(answers);
        Assert.Equal("nobody answers", failed.LastWords);
        await outage.PutBackAsync();
        Assert.Equal("the pod answers", (await SeeAsync(outage, now => now.IsWhole)).LastWords);
    }

    [Fact]
    public async Task What_the_cluster_lacks_is_not_asked_for()
    {
        var probe = new TriggeredProbe("a name resolves", "") { See = _ => throw new InvalidOperationException("asked") };
        var live = new LiveProbe(probe, Fast, "no DNS server");

        await live.PrepareAsync(CancellationToken.None);
        await live.RunAsync(OutageStart.Now(), CancellationToken.None);

        Assert.True(live.Now is { State: CapabilityState.NotMeasured, LastWords: "no DNS server", IsWhole: true });
    }

    [Fact]
    public async Task What_never_worked_is_named_and_nothing_is_taken_down()
    {
        var outage = Make(new TriggeredProbe("scaling", "")
        {
            Make = token => Task.Delay(Timeout.Infinite, token),
            See = _ => Task.FromResult(ProbeResult.Works("")),
        });

        var limit = TimeSpan.FromSeconds(1);
        var exception = await Assert.ThrowsAsync<ClusterException>(() => outage.PrepareAsync(limit, CancellationToken.None));
        Assert.Equal("Nothing was taken down: within 1 s this did not work: scaling.", exception.Message);
        await outage.DisposeAsync();
        Assert.Equal(["removed"], done);
    }

    [Fact]
    public async Task What_is_down_by_half_is_put_back_before_anything_is_removed()
    {
        var outage = new ProbedOutage([], _ => throw new ClusterException("It still runs."), () => Do("back"), () => new(Do("removed")));

        await Assert.ThrowsAsync<ClusterException>(() => outage.TakeDownAsync(CancellationToken.None));
        await outage.DisposeAsync();
        Assert.Equal(["back", "removed"], done);
    }

    [Fact]
    public async Task It_is_put_back_once()
    {
        var outage = await StartAsync();

        await outage.PutBackAsync();
        await outage.DisposeAsync();
        Assert.Equal(["down", "back", "removed"], done);
    }

    [Fact]
    public async Task What_the_probes_made_is_removed_if_the_component_does_not_come_back()
    {
        var outage = new ProbedOutage([], _ => Do("down"), () => throw new ClusterException("It does not run."), () => new(Do("removed")));
        await outage.TakeDownAsync(CancellationToken.None);

        await Assert.ThrowsAsync<ClusterException>(async () => await outage.DisposeAsync());
        Assert.Equal(["down", "removed"], done);
    }

    [Theory]
    [InlineData("scheduler", "component-control", "one process")]
    [InlineData("dns", "dns", "no DNS")]
    [InlineData("ingress", "ingress", "no ingress")]
    [InlineData("music", "kit-access", "elsewhere")]
    [InlineData("music", "component-control", null)]
    public void A_component_that_the_cluster_cannot_lose_is_refused(string component, string missing, string? reason)
    {
        Capability[] needed = [Capability.ComponentControl, Capability.KitAccess, Capability.Dns, Capability.Ingress];
        var capabilities = new CapabilitySet(
            new KubernetesVersion(1, 20, 2),
            needed.ToDictionary(known => known, known => known.Name == missing ? reason ?? "one process" : null));

        Assert.Equal(reason, ProbedOutages.WhyNot(capabilities, component));
    }

    private ProbedOutage Make(params IReadOnlyList<ICapabilityProbe> probes) => new(
        [.. probes.Select(probe => new LiveProbe(probe, Fast, null))], _ => Do("down"), () => Do("back"), () => new(Do("removed")));

    private async Task<ProbedOutage> StartAsync(params IReadOnlyList<ICapabilityProbe> probes)
    {
        var outage = Make(probes);
        await outage.PrepareAsync(Limit, CancellationToken.None);
        await outage.TakeDownAsync(CancellationToken.None);
        return outage;
    }

    private static async Task<CapabilityNow> SeeAsync(ProbedOutage outage, Func<CapabilityNow, bool> isWanted)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!isWanted(outage.Capabilities[0]))
        {
            await Task.Delay(10, limit.Token);
        }

        return outage.Capabilities[0];
    }

    private Task Do(string what)
    {
        done.Add(what);
        return Task.CompletedTask;
    }
}
