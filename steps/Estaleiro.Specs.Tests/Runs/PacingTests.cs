using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Specs.Tests.Runs;

public sealed class PacingTests
{
    private const string Growing = "Growing";

    [Fact]
    public async Task A_pace_sees_every_step_with_what_stands_around_it()
    {
        using var run = await RunAsync("");

        Assert.Equal(
            ["before 1 of 3 Features/02-trouble/Paced.feature:6 [Watch for: the count] [] Set False", "ran 1 passed",
                "before 2 of 3 Features/02-trouble/Paced.feature:6 [Watch for: the count] [above the step] Grow False", "ran 2 passed",
                "before 3 of 3 Features/02-trouble/Paced.feature:6 [Watch for: the count] [] IsBigEnough True", "ran 3 passed"],
            Seen(run).Select(line => line.Replace("steps/Estaleiro.Specs.Samples/", "", StringComparison.Ordinal)));
        Assert.Equal("Passed", run.Tests[Growing].Outcome);
    }

    [Fact]
    public async Task A_failed_step_that_runs_again_and_passes_is_passed()
    {
        using var run = await RunAsync("again after 3", ("SAMPLES_ENOUGH", "3"));

        Assert.Equal("Passed", run.Tests[Growing].Outcome);
        Assert.Equal(["ran 3 failed", "before 3", "ran 3 passed"], Seen(run).TakeLast(3).Select(Short));
        Assert.Equal([PASSED, PASSED, PASSED, PASSED], run.ResultsOf(Growing).Select(result => result.Status));
    }

    [Fact]
    public async Task The_step_before_runs_once_more_and_the_scenario_goes_on()
    {
        using var run = await RunAsync("repeat at 3", ("SAMPLES_ENOUGH", "3"));

        Assert.Equal("Passed", run.Tests[Growing].Outcome);
        Assert.Equal(["before 3", "once more 2", "was once more 2 passed", "before 3", "ran 3 passed"], Seen(run).TakeLast(5).Select(Short));
    }

    [Fact]
    public async Task A_scenario_that_is_left_is_skipped_from_there()
    {
        using var run = await RunAsync("leave at 2");

        Assert.Equal(("NotExecuted", "left"), run.Tests[Growing]);
        Assert.Equal([PASSED, PASSED, SKIPPED, SKIPPED], run.ResultsOf(Growing).Select(result => result.Status));
    }

    [Fact]
    public async Task A_scenario_that_is_not_wanted_runs_nothing()
    {
        using var run = await RunAsync("not wanted");

        Assert.Equal(("NotExecuted", "not wanted"), run.Tests[Growing]);
        Assert.Equal([SKIPPED, SKIPPED, SKIPPED, SKIPPED], run.ResultsOf(Growing).Select(result => result.Status));
    }

    private static Task<SampleRun> RunAsync(string script, params (string Name, string Value)[] variables) =>
        SampleRun.OfAsync("Category=paced", null, [.. variables, ("SAMPLES_PACE", script)]);

    private static IEnumerable<string> Seen(SampleRun run) =>
        run.Messages.Where(message => message.Attachment is { MediaType: "text/x.cucumber.log+plain" }).Select(message => message.Attachment.Body);

    private static string Short(string line) => line.StartsWith("before", StringComparison.Ordinal) ? line[.."before 1".Length] : line;
}
