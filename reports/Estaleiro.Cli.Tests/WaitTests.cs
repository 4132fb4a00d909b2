using System.Text;
using Estaleiro.Cli.Running;
using Estaleiro.Cli.Terminal;
using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Contract;
using Estaleiro.Reports.Model;
using Estaleiro.Reports.Tests;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Cli.Tests;

/// <summary>What a scenario waits for, while a run goes on.</summary>
public sealed class WaitTests : IDisposable
{
    private const string Title = "Scheduler (who & where?)";
    private const string Uri = MessageScript.Uri;

    private static readonly string One = MessageScript.Id(Uri, "one");
    private static readonly string Two = MessageScript.Id(Uri, "two");

    private readonly HandClock clock = new();
    private readonly StringWriter output = new();
    private readonly TestRunRecorder recorder = new();
    private readonly RunTally tally;
    private readonly PlainDisplay display;

    public WaitTests()
    {
        tally = new(2, clock);
        display = new(new CliOutput(output));
    }

    public void Dispose() => output.Dispose();

    [Fact]
    public void A_log_gets_a_line_for_a_long_wait_and_no_more()
    {
        Happens(Script().Start(One));
        tally.Count(Waits("pod web to be Ready"));
        Pass(9);
        Assert.Empty(output.ToString());

        Pass(1);
        Pass(5);

        Assert.Equal($"… 10.0 s {Title} › one waiting for pod web to be Ready", Assert.Single(Lines()));
    }

    [Fact]
    public void A_log_does_not_mention_a_wait_that_is_soon_over()
    {
        Happens(Script().Start(One));
        tally.Count(Waits("pod web to be Ready"));
        Pass(5);
        tally.Count(Waits("pod web to be Ready") with { After = TimeSpan.FromSeconds(10) });
        Pass(15);

        Assert.Empty(output.ToString());
    }

    [Fact]
    public void After_a_silence_a_log_tells_what_is_waited_for()
    {
        Happens(Script().Start(One));
        Pass(25);
        tally.Count(Waits("pod web to be Ready"));
        Pass(5);

        Assert.Equal("… 30.0 s one: waiting for pod web to be Ready", Lines()[0]);
        Assert.Equal(2, Lines().Length);
        Pass(15);
        Assert.Equal(2, Lines().Length);
    }

    [Fact]
    public void The_wait_of_a_scenario_that_ended_is_over()
    {
        Happens(Script().Start(One));
        tally.Count(Waits("pod web to be Ready"));
        Happens(Script().Run(One, PASSED).Start(Two));

        Assert.Null(Assert.Single(tally.Running).Wait);
    }

    [Fact]
    public void Of_two_waits_at_once_the_later_shows_and_then_the_other()
    {
        Happens(Script().Start(One));
        tally.Count(Waits("pod a"));
        tally.Count(Waits("pod b"));
        Assert.Equal("waiting for pod b", Assert.Single(tally.Running).Doing);

        tally.Count(Waits("pod b") with { After = TimeSpan.FromSeconds(9) });
        Assert.Equal("waiting for pod a", Assert.Single(tally.Running).Doing);
    }

    [Fact]
    public async Task A_terminal_shows_the_wait_in_the_scenarios_row_and_a_log_not_the_line_itself()
    {
        using var cli = new CliHarness();
        var console = cli.UseTerminal();
        cli.Processes.Test = async (request, _, _) =>
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            var messages = request.Environment[EnvironmentVariables.Messages]!;
            await File.WriteAllBytesAsync(messages, Script().Start(One).ToBytes(), limit.Token);
            await File.AppendAllTextAsync(request.Environment[EnvironmentVariables.Progress]!, $"{Waits("pod web to be Ready").ToJson()}\n", limit.Token);
            while (!Text(console.Output).Contains("one · waiting for pod web to be Ready · ", StringComparison.Ordinal))
            {
                await Task.Delay(50, limit.Token);
            }

            var whole = Encoding.UTF8.GetString(Script().Run(One, PASSED).Run(Two, PASSED).Finished().ToBytes());
            await File.AppendAllTextAsync(messages, whole[Encoding.UTF8.GetString(Script().Start(One).ToBytes()).Length..], limit.Token);
            return 0;
        };

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("--tags", "@scheduler"));
        Assert.DoesNotContain("\"kind\"", Text(console.Output), StringComparison.Ordinal);
    }

    private static string Text(string output) => RunTests.Escapes().Replace(output, "");

    private static WaitNotice Waits(string awaited) => new(Title, "one", awaited, null);

    private static MessageScript Script() => MessageScript.Started().Feature(Uri, Title, ("one", ["a"]), ("two", ["b"]));

    private void Happens(MessageScript script)
    {
        foreach (var happening in script.Envelopes.Select(recorder.Add).OfType<RunEvent>())
        {
            tally.Count(happening);
        }
    }

    private void Pass(int seconds)
    {
        clock.Now += TimeSpan.FromSeconds(seconds);
        display.Tick(tally);
    }

    private string[] Lines() => output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private sealed class HandClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
