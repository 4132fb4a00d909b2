using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Contract;
using Estaleiro.Reports.Tests;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Cli.Tests;

public sealed class RepeatTests : IDisposable
{
    private const string Uri = MessageScript.Uri;

    private static readonly string One = MessageScript.Id(Uri, "one");
    private static readonly string Two = MessageScript.Id(Uri, "two");

    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task The_same_every_time_is_green_and_every_round_leaves_its_results()
    {
        Plays(Green(), Green(), Green());

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("--repeat", "3", "--tags", "@scheduler"));
        Assert.Contains("\nround 2 of 3\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("\n3 rounds:\n  round 1: 2 passed, 0 failed, 0 skipped in ", cli.Output, StringComparison.Ordinal);
        Assert.Contains("\n2 scenarios with the same result every time, 0 flaky, 0 never passed\n", cli.Output, StringComparison.Ordinal);
        Assert.Equal(["round-01", "round-02", "round-03"], Directory.GetDirectories(cli.Latest).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetDirectories(cli.Latest), round =>
        {
            Assert.True(File.Exists(Path.Combine(round, "messages.ndjson")));
            Assert.True(File.Exists(Path.Combine(round, "report.html")));
        });
        Assert.Contains("0 flaky", await File.ReadAllTextAsync(Path.Combine(cli.Latest, "overview.txt")), StringComparison.Ordinal);

        // Each round cleans up after itself, and the steps are built once.
        Assert.Equal(3, cli.Environment.CleanedRuns.Distinct().Count());
        Assert.Single(cli.Processes.Requests, request => request.Arguments[0] == "build");
    }

    [Fact]
    public async Task What_passed_only_sometimes_is_flaky_and_ends_with_1()
    {
        Plays(Green(), Script().Run(One, PASSED).Run(Two, FAILED).Finished(success: false), Green());

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--repeat", "3", "--tags", "@scheduler"));
        Assert.Contains(
            "Flaky (results vary):\n"
            + "  Scheduler (who & where?) › two: passed in rounds 1, 3; failed in round 2\n"
            + $"    round 2: {Uri}:7: When b: it broke\n",
            cli.Output,
            StringComparison.Ordinal);
        Assert.Contains("\n1 scenario with the same result every time, 1 flaky, 0 never passed\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_what_was_skipped_only_sometimes()
    {
        Plays(Green(), Script().Run(One, PASSED).Start(Two).Step(Two, 0, SKIPPED, "no ipvs").End(Two).Finished());

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--repeat", "2", "--tags", "@scheduler"));
        Assert.Contains("two: passed in round 1; skipped in round 2\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_every_time_is_no_flake()
    {
        var red = Script().Run(One, PASSED).Run(Two, FAILED).Finished(success: false);
        Plays(red, red);

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--repeat", "2", "--tags", "@scheduler"));
        Assert.Contains("Never passed:\n  Scheduler (who & where?) › two: failed in rounds 1, 2\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("2 scenarios with the same result every time, 0 flaky, 1 never passed\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_lost_a_scenario_is_not_green()
    {
        Plays(Green(), Script().Run(One, PASSED).Finished());

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--repeat", "2", "--tags", "@scheduler"));
        Assert.Contains("  round 2: 1 passed, 0 failed, 0 skipped, incomplete in ", cli.Output, StringComparison.Ordinal);
        Assert.Contains("two: passed in round 1; not run in round 2\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_tells_of_the_rounds_so_far()
    {
        using var stop = new CancellationTokenSource();
        var round = 0;
        cli.Processes.Test = async (request, _, cancellationToken) =>
        {
            var script = ++round == 1 ? Green() : Script().Run(One, FAILED).Start(Two);
            await File.WriteAllBytesAsync(request.Environment[EnvironmentVariables.Messages]!, script.ToBytes(), CancellationToken.None);
            if (round == 2)
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return 0;
        };

        Assert.Equal(ExitCode.Interrupted, await cli.InvokeAsync(stop.Token, "--repeat", "5", "--tags", "@scheduler"));
        Assert.Contains("\n2 of 5 rounds:\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("  round 2: 0 passed, 1 failed, 0 skipped, 1 interrupted in ", cli.Output, StringComparison.Ordinal);
        Assert.Contains("one: passed in round 1; failed in round 2\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("\n1 scenario with the same result every time, 1 flaky, 0 never passed\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fail_fast_starts_no_further_scenario_and_no_further_round()
    {
        Plays(Green(), Script().Run(One, FAILED).Finished(success: false));

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--repeat", "5", "--fail-fast", "--tags", "@scheduler"));
        Assert.Equal(["--", "xUnit.StopOnFail=true"], cli.Processes.Requests.Last().Arguments.TakeLast(2));
        Assert.Contains("  stopped at the first failure: 1 of 2 selected scenarios were not run\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("0 passed, 1 failed, 0 skipped, 1 not run in ", cli.Output, StringComparison.Ordinal);
        Assert.Contains("\n2 of 5 rounds:\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("\n1 scenario with the same result every time, 1 flaky, 0 never passed\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fail_fast_hides_no_scenario_that_got_lost_without_a_failure()
    {
        Plays(Script().Run(One, PASSED).Finished());

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--fail-fast", "--tags", "@scheduler"));
        Assert.Contains("1 of 2 selected scenarios did not run", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_in_any_round_can_be_run_again()
    {
        Plays(Green(), Script().Run(One, PASSED).Run(Two, FAILED).Finished(success: false), Green());
        await cli.InvokeAsync("--repeat", "2", "--tags", "@scheduler");
        var folder = Path.GetFullPath(new DirectoryInfo(cli.Latest).LinkTarget!, cli.Repository.Out);

        await cli.InvokeAsync("--rerun-failed", folder);

        Assert.Contains("Description=two", string.Join(' ', cli.Processes.Requests.Last().Arguments), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("many")]
    public async Task A_number_of_rounds_that_makes_no_sense_is_2(string count)
    {
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("--repeat", count));
        Assert.StartsWith($"--repeat takes a whole number of at least 2, not '{count}'.", cli.Error, StringComparison.Ordinal);
    }

    private static MessageScript Script() =>
        MessageScript.Started().Feature(Uri, "Scheduler (who & where?)", ("one", ["a"]), ("two", ["b"]));

    private static MessageScript Green() => Script().Run(One, PASSED).Run(Two, PASSED).Finished();

    private void Plays(params MessageScript[] rounds)
    {
        var next = 0;
        cli.Processes.Test = async (request, _, _) =>
        {
            await File.WriteAllBytesAsync(request.Environment[EnvironmentVariables.Messages]!, rounds[next++].ToBytes(), CancellationToken.None);
            return 0;
        };
    }
}
