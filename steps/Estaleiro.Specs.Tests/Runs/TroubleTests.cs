using Io.Cucumber.Messages.Types;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Specs.Tests.Runs;

public sealed class TroubleTests(TroubleRun trouble) : IClassFixture<TroubleRun>
{
    private readonly SampleRun run = trouble.Run;

    [Fact]
    public void A_step_that_throws_fails_at_its_line_and_skips_the_rest()
    {
        Assert.Equal(("Failed", "System.InvalidOperationException : broken"), run.Tests["A step throws"]);
        Assert.Equal([PASSED, PASSED, FAILED, SKIPPED], Statuses("A step throws"));
        Assert.Equal("System.InvalidOperationException", run.ResultsOf("A step throws")[2].Exception.Type);
        Assert.Contains("Trouble.feature:line 7", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_step_prints_and_throws_is_bounded_and_harmless()
    {
        var message = run.Tests["A step is loud"].Message;

        Assert.StartsWith("System.InvalidOperationException : ␛[2J\n::error::x\nxxx", message, StringComparison.Ordinal);
        Assert.EndsWith("more characters in the scenario's evidence (message.txt)", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 20_000, 21_000);
        Assert.InRange(run.ResultsOf("A step is loud")[^1].Message.Length, 20_000, 21_000);
        Assert.InRange(run.MessagesSoFar().Where(envelope => envelope.Attachment is not null).Max(envelope => envelope.Attachment.Body.Length), 20_000, 21_000);
        Assert.InRange(run.Output.Length, 20_000, 200_000);
    }

    [Fact]
    public void Undefined_steps_fail_with_Reqnrolls_snippets()
    {
        var (outcome, message) = run.Tests["Steps are undefined"];

        Assert.Equal("Failed", outcome);
        Assert.Contains("[When(\"nobody wrote {string} for {int}\")]", message, StringComparison.Ordinal);
        Assert.Contains("[When(\"nobody wrote that\")]", message, StringComparison.Ordinal);
        Assert.Equal([PASSED, PASSED, UNDEFINED, UNDEFINED, SKIPPED], Statuses("Steps are undefined"));
        Assert.Equal(2, run.Messages.Count(envelope => envelope.Suggestion is not null));
    }

    [Theory]
    [InlineData("A step is pending", PENDING)]
    [InlineData("A step is ambiguous", AMBIGUOUS)]
    [InlineData("A step definition takes too much", FAILED)]
    public void A_step_that_cannot_run_fails(string scenario, TestStepResultStatus status)
    {
        Assert.Equal("Failed", run.Tests[scenario].Outcome);
        Assert.Equal(status, Statuses(scenario)[1]);
    }

    [Theory]
    [InlineData("A step skips", "no ingress here")]
    [InlineData("A hook skips", "no cluster here")]
    [InlineData("Somebody ignores it", "Ignored: the scenario is tagged @ignore.")]
    public void A_skip_is_no_failure_and_says_why(string scenario, string reason)
    {
        Assert.Equal(("NotExecuted", reason), run.Tests[scenario]);
        Assert.Contains(run.ResultsOf(scenario), result => result.Status == SKIPPED && result.Message == reason);
        Assert.DoesNotContain(run.ResultsOf(scenario), result => result.Status is FAILED);
    }

    [Fact]
    public void A_failing_before_hook_fails_the_scenario_and_no_step_runs()
    {
        Assert.Equal(("Failed", "System.InvalidOperationException : before"), run.Tests["A before-hook fails"]);
        Assert.Equal([PASSED, FAILED, SKIPPED], Statuses("A before-hook fails"));
    }

    [Fact]
    public void A_failing_after_hook_fails_the_scenario_together_with_the_step()
    {
        Assert.Contains("(broken) (after)", run.Tests["An after-hook fails after a step"].Message, StringComparison.Ordinal);
        Assert.Equal(("Failed", "System.InvalidOperationException : after"), run.Tests["An after-hook fails alone"]);
    }

    [Fact]
    public void What_cannot_be_disposed_asynchronously_fails_its_scenario() =>
        Assert.Equal(("Failed", "System.InvalidOperationException : stays"), run.Tests["An object cannot be disposed"]);

    [Fact]
    public void A_failing_before_feature_hook_fails_every_scenario_in_the_messages_too()
    {
        Assert.Contains("no feature", run.Tests["Nothing can run here"].Message, StringComparison.Ordinal);
        Assert.Equal([FAILED, SKIPPED], Statuses("Nothing can run here"));
    }

    [Fact]
    public void The_run_tells_that_it_failed() => Assert.False(run.Messages[^1].TestRunFinished.Success);

    private TestStepResultStatus[] Statuses(string scenario) => [.. run.ResultsOf(scenario).Select(result => result.Status)];
}
