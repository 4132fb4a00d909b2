using Io.Cucumber.Messages.Types;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Specs.Tests.Runs;

public sealed class WholeRunTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task What_is_green_is_green_and_nothing_is_written_into_the_home()
    {
        using var run = await SampleRun.OfAsync("Category!=trouble&Category!=under-way");

        Assert.Equal(0, run.ExitCode);
        Assert.True(run.Messages[^1].TestRunFinished.Success);
        Assert.Empty(Directory.EnumerateFiles(run.Home, "*eqnroll*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("Category=late", 2)]
    [InlineData(@"Category=requires-kubernetes>\=1.21", 1)]
    [InlineData("(Category=fruit&Category!=late)", 2)]
    public async Task Filters_by_tag(string filter, int scenarios)
    {
        using var run = await SampleRun.OfAsync(filter);

        Assert.Equal((0, scenarios), (run.ExitCode, run.Tests.Count));
    }

    [Fact]
    public async Task A_tag_of_special_characters_is_escaped()
    {
        using var run = await SampleRun.OfAsync(Estaleiro.Specs.Tags.TagExpression.Parse(@"@odd\(tag\)|x&y!~z=\\b").ToTestFilter());

        Assert.Equal((0, 1), (run.ExitCode, run.Tests.Count));
    }

    [Fact]
    public async Task A_failing_before_run_hook_fails_every_scenario_with_its_cause()
    {
        using var run = await SampleRun.OfAsync("Category=late", variables: ("SAMPLES_FAIL", "before"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(2, run.Tests.Count);
        Assert.All(run.Tests.Values, test => Assert.Equal(("Failed", "Estaleiro.Specs.Xunit.SpecRunException : before the run"), (test.Outcome, test.Message.Split('\n')[0])));
        Assert.Contains(run.Messages, message => message.TestRunHookFinished?.Result.Message == "before the run");
        Assert.Contains(run.Messages, message => message.TestStepFinished?.TestStepResult is { Status: FAILED, Message: "before the run" });
    }

    [Fact]
    public async Task A_failing_after_run_hook_fails_the_run_and_says_why()
    {
        using var run = await SampleRun.OfAsync("Category=late", variables: ("SAMPLES_FAIL", "after"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("System.InvalidOperationException: after the run", run.Output, StringComparison.Ordinal);
        Assert.False(run.Messages[^1].TestRunFinished.Success);
    }

    [Theory]
    [InlineData("/proc/nope")]
    [InlineData("/dev/full")]
    public async Task Messages_that_cannot_be_written_fail_the_run_with_one_line(string target)
    {
        var folder = Directory.CreateTempSubdirectory("messages-");
        try
        {
            var path = File.CreateSymbolicLink(Path.Combine(folder.FullName, "messages.ndjson"), target).FullName;
            using var run = await SampleRun.OfAsync("Category=late", path);

            Assert.Equal(1, run.ExitCode);
            Assert.Contains($"The Cucumber messages cannot be written to '{path}': ", run.Output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_dry_run_finds_what_is_not_bound_and_runs_neither_steps_nor_hooks()
    {
        using var run = await SampleRun.OfAsync("Category=trouble", variables: ("REQNROLL_DRY_RUN", "true"));

        Assert.Equal([PASSED, PASSED, UNDEFINED, UNDEFINED, SKIPPED], run.ResultsOf("Steps are undefined").Select(result => result.Status));
        Assert.Contains(AMBIGUOUS, run.ResultsOf("A step is ambiguous").Select(result => result.Status));
        Assert.All(run.ResultsOf("A step throws"), result => Assert.Equal(PASSED, result.Status));
        Assert.Equal("Passed", run.Tests["A before-hook fails"].Outcome);
    }

    [Fact]
    public async Task A_run_that_is_killed_leaves_what_ended_what_did_not_and_what_never_began()
    {
        using var run = SampleRun.Start("Category=under-way");
        using var limit = new CancellationTokenSource(Limit);
        using var changed = new FileSystemWatcher(Path.GetDirectoryName(run.MessagesPath)!) { EnableRaisingEvents = true };
        while (!IsUnderWay(run.MessagesSoFar()))
        {
            limit.Token.ThrowIfCancellationRequested();
            changed.WaitForChanged(WatcherChangeTypes.Changed | WatcherChangeTypes.Created, 200);
        }

        await run.KillAsync();

        var started = run.Messages.Select(message => message.TestCaseStarted).OfType<TestCaseStarted>().ToDictionary(message => message.Id, message => message.TestCaseId);
        var pickles = run.Messages.Select(message => message.TestCase).OfType<TestCase>().ToDictionary(message => message.Id, message => message.PickleId);
        var names = run.Messages.Select(message => message.Pickle).OfType<Pickle>().ToDictionary(message => message.Id, message => message.Name);
        var ended = run.Messages.Select(message => message.TestCaseFinished).OfType<TestCaseFinished>().Select(message => names[pickles[started[message.TestCaseStartedId]]]);
        Assert.Equal(["One that has ended", "One that has failed"], ended);
        Assert.Equal([PASSED, FAILED], run.ResultsOf("One that has failed").Select(result => result.Status));
        Assert.Equal([PASSED, PASSED], run.ResultsOf("One that lasts").Select(result => result.Status));
        Assert.Equal(3, started.Count);
        Assert.Equal(4, names.Count);
        Assert.DoesNotContain(run.Messages, message => message.TestRunFinished is not null);
    }

    // The step's start is told before it runs.
    private static bool IsUnderWay(IReadOnlyList<Envelope> messages) => messages.Count(message => message.TestCaseStarted is not null) == 3
        && messages[^1].TestStepStarted is not null && messages.Count(message => message.TestStepFinished is not null) == 6;
}
