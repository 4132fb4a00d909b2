using Estaleiro.Cli.Outages;
using Estaleiro.Cli.Terminal;
using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Contract.Outages;
using Xunit;

namespace Estaleiro.Cli.Tests;

public sealed class OutageTests : IDisposable
{
    private static readonly string Words = new('x', 200);

    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task A_key_puts_the_component_back_and_each_change_is_a_line()
    {
        var outages = await StartAsync(new FakeOutages());
        cli.UseKeyboard(" ");

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("outage", "scheduler"));

        Assert.Equal("play", outages.Cluster);
        Assert.Equal(1, outages.PutBack);
        Assert.True(outages.Disposed);
        Assert.StartsWith("stopping scheduler\n", Said(), StringComparison.Ordinal);
        Assert.Matches(@"\nscheduler is back, and everything worked again after 0\.\d s\.\n$", cli.Output);
    }

    [Fact]
    public async Task Without_a_keyboard_it_lasts_as_long_as_asked_for()
    {
        await StartAsync(new FakeOutages());

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("outage", "scheduler"));
        Assert.Equal("Without a terminal there are no keys: say with --seconds how long the outage lasts.\n", cli.Error);
        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("outage", "scheduler", "--seconds", "1"));
        Assert.StartsWith(
            """
            stopping scheduler
                 0.0 s  ✓ a service answers: 200 OK
                 2.1 s  ✗ a new pod runs: Pending, no node
                 0.0 s  ✓ a new pod runs: Pending, no node
            scheduler is back,
            """,
            Said(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_puts_the_component_back()
    {
        using var stop = new CancellationTokenSource();
        var outages = await StartAsync(new FakeOutages { WhenDown = stop.Cancel });
        cli.UseKeyboard("");

        Assert.Equal(ExitCode.Interrupted, await cli.InvokeAsync(stop.Token, "outage", "scheduler"));
        Assert.Equal(1, outages.PutBack);
        Assert.True(outages.Disposed);
    }

    [Fact]
    public async Task What_does_not_work_again_is_red_and_named()
    {
        var outages = await StartAsync(new FakeOutages { Recovers = false });
        cli.UseKeyboard(" ");
        cli.UseTime(new FastTime());

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("outage", "scheduler"));
        Assert.Equal(1, outages.PutBack);
        Assert.Equal("scheduler is back, but after 3 min 0 s this did not work: a new pod runs.\n", cli.Error);
    }

    [Fact]
    public async Task On_a_terminal_the_capabilities_are_drawn()
    {
        await StartAsync(new FakeOutages());
        var console = cli.UseTerminal();
        cli.UseKeyboard(" ");

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("outage", "scheduler"));
        Assert.Contains(" scheduler is back · ", console.Output, StringComparison.Ordinal);
        Assert.Contains(" Workloads  ✓ a new pod runs", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_clusters_of_up_lose_a_component()
    {
        var outages = new FakeOutages();
        cli.UseOutages(outages);
        cli.UseKeyboard("");

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("outage", "scheduler"));
        await cli.InvokeAsync("up", "one");
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("outage", "scheduler", "--name", "staging"));
        await cli.InvokeAsync("up", "two");
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("outage", "scheduler"));
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("outage", "cloud", "--name", "two"));

        var lines = cli.Error.TrimEnd().Split('\n');
        Assert.Equal(
            [
                "No cluster is running. Start one: ./run.sh up",
                "Unknown cluster 'staging'. Running: one.",
                "Several clusters are running: one, two. Choose one with --name.",
            ],
            lines.Take(3));
        Assert.Contains("cloud", lines[3], StringComparison.Ordinal);
        Assert.Null(outages.Cluster);
    }

    [Fact]
    public void A_frame_has_a_line_for_each_capability_with_its_last_words()
    {
        var frame = OutageView.Draw(
            new OutageMoment("api-server", false, TimeSpan.FromSeconds(72.4),
            [
                new("running pods go on", CapabilityState.Works, null, "Running"),
                new("a service answers over a new connection, whatever it is", CapabilityState.Works, null, "200 OK"),
                new("a name resolves", CapabilityState.Frozen, TimeSpan.FromSeconds(70), "10.43.0.10"),
                new("an object is read", CapabilityState.Fails, TimeSpan.FromSeconds(71),
                    "The connection to the server 127.0.0.1:6443 was refused\n"),
            ]), 80, 24);

        Assert.Equal(
            """
             api-server is down · 1 min 12 s · The connection to the server 127.0.0.1:6443…
             Traffic    ✓ a service answers over a new connec…              200 OK
                        ❄ a name resolves                       1 min 10 s  10.43.0.10
             API        ✗ an object is read                     1 min 11 s  The connection…
             Workloads  ✓ running pods go on                                Running
             ✓ 2 works, ✗ 1 fails, ❄ 1 frozen · any key puts it back
            """,
            string.Join('\n', frame.Select(line => line.Text)));
        Assert.Equal([Tone.Bad, Tone.Good, Tone.Warning, Tone.Bad, Tone.Good, Tone.Heading], frame.Select(line => line.Tone));
    }

    [Fact]
    public void A_low_terminal_gets_two_columns_with_every_capability_and_the_times_of_what_stopped_later()
    {
        string[] names =
        [
            "a name resolves", "an Ingress is served", "reading one object", "a watch hears", "a new pod runs", "exec and logs",
            "kubectl answers",
        ];
        var frame = OutageView.Draw(
            new OutageMoment(
                "api-server",
                false,
                TimeSpan.FromSeconds(72.4),
                [.. names.Select((name, number) => number < 2
                    ? new CapabilityNow(name, CapabilityState.Works, null, Words)
                    : new CapabilityNow(name, CapabilityState.Fails, TimeSpan.FromSeconds(number == 3 ? 12.3 : 0.3), Words)
                    {
                        IsOpen = number == 5,
                    })]),
            80,
            9);

        Assert.Equal(
            """
            Traffic                                 Workloads
            ✓ a name resolves                       ✗ a new pod runs
            ✓ an Ingress is served                  People
            API                                     … exec and logs
            ✗ reading one object                    ✗ kubectl answers
            ✗ a watch hears                    12 s
            """,
            string.Join('\n', frame.Skip(1).SkipLast(1).Select(line => (line.Text + line.Second.Text).TrimEnd())));
        Assert.All(frame, line => Assert.InRange((line.Text + line.Second.Text).Length, 1, 79));
    }

    [Theory]
    [InlineData(21, 24, 21, "")]
    [InlineData(30, 24, 20, "and 10 more")]
    [InlineData(21, 10, 6, "and 15 more")]
    public void A_frame_fits_the_terminal_and_what_changed_stays(int capabilities, int height, int shown, string rest)
    {
        var frame = OutageView.Draw(
            new OutageMoment(
                "etcd",
                false,
                TimeSpan.Zero,
                [.. Enumerable.Range(1, capabilities).Select(number => new CapabilityNow(
                    $"capability {number}", number == capabilities ? CapabilityState.Fails : CapabilityState.Works, null, Words))]),
            80,
            height);

        Assert.InRange(frame.Count, 1, height - 1);
        Assert.All(frame, line => Assert.InRange(line.Text.Length, 1, 79));
        Assert.Equal(shown, frame.Count(line => line.Text.Contains("capability ", StringComparison.Ordinal)));
        Assert.Contains(frame, line => line.Text.Contains($"✗ capability {capabilities} ", StringComparison.Ordinal));
        Assert.EndsWith(rest, rest.Length == 0 ? "" : frame[^2].Text, StringComparison.Ordinal);
    }

    private string Said() => string.Join('\n', cli.Output.Split('\n').SkipWhile(line => line != "stopping scheduler"));

    private async Task<FakeOutages> StartAsync(FakeOutages outages)
    {
        cli.UseOutages(outages);
        await cli.InvokeAsync("up");
        return outages;
    }

    /// <summary>A clock whose timers are a thousand times as fast.</summary>
    private sealed class FastTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime / 1000, period);
    }
}
