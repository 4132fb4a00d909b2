using Io.Cucumber.Messages.Types;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Gherkin.Tests.Engine;

public sealed class DryRunTests
{
    [Fact]
    public async Task A_dry_run_skips_what_is_bound_and_runs_neither_steps_nor_hooks()
    {
        var run = await EngineRun.DryOfAsync("Feature: F\n  Scenario: S\n    Given it explodes\n    Then it explodes", typeof(Explosive));

        Assert.IsType<SkipException>(Assert.Single(run.Scenarios));
        Assert.Null(run.FeatureEnd);
        Assert.Null(run.RunEnd);
        Assert.All(run.Statuses, status => Assert.Equal(SKIPPED, status));
        Assert.Equal(1 + (2 * 2) + 1, run.Statuses.Count());
        Assert.DoesNotContain(run.Messages, message => message.TestRunHookStarted is not null);
        Assert.Contains(run.Messages, message => message.TestStepFinished?.TestStepResult.Message == "Dry run: every step is bound, none was run.");
        Assert.True(run.Messages[^1].TestRunFinished.Success);
    }

    [Fact]
    public async Task A_dry_run_tells_all_that_keeps_steps_from_running()
    {
        var run = await EngineRun.DryOfAsync(
            """
            Feature: F
              Scenario: S
                Given it is not written yet
                When nobody knows this
                And nobody knows that
                Then it takes a table
                And it is twice
            """,
            typeof(Unfinished));

        Assert.Equal([PENDING, UNDEFINED, UNDEFINED, FAILED, AMBIGUOUS], run.Statuses);
        var errors = Assert.IsType<AggregateException>(run.Scenarios[0]).InnerExceptions;
        Assert.Equal(
            "The step 'Given it is not written yet' is pending (features/x.feature:3): write Estaleiro.Gherkin.Tests.Engine.DryRunTests+Unfinished.NotWritten().",
            errors[0].Message);
        Assert.Contains("has 1 parameters, but 'Then it takes a table' gives 0 (features/x.feature:6).", errors[3].Message, StringComparison.Ordinal);
        Assert.Equal(2, run.Messages.Count(message => message.Suggestion is not null));
        Assert.False(run.Messages[^1].TestRunFinished.Success);
    }

    [Fact]
    public async Task A_step_that_is_pending_only_sometimes_is_bound()
    {
        var run = await EngineRun.DryOfAsync("Feature: F\n  Scenario: S\n    Given it is sometimes not written", typeof(Unfinished));

        Assert.Equal([SKIPPED], run.Statuses);
    }

    private sealed class Explosive : IAsyncDisposable
    {
        [BeforeTestRun]
        public static void BeforeRun() => throw new InvalidOperationException("before run");

        [AfterTestRun]
        public static void AfterRun() => throw new InvalidOperationException("after run");

        [BeforeFeature]
        public static void BeforeFeature() => throw new InvalidOperationException("before feature");

        [BeforeScenario]
        [BeforeStep]
        [AfterScenario]
        [StepDefinition("it explodes")]
        public static void Explode() => throw new InvalidOperationException("explode");

        public ValueTask DisposeAsync() => throw new InvalidOperationException("dispose");
    }

    private sealed class Unfinished
    {
        [Given("it is not written yet")]
        public static void NotWritten() => throw new PendingStepException();

        [Given("it is sometimes not written")]
        public static void Sometimes()
        {
            if (Environment.ProcessId > 0)
            {
                throw new PendingStepException("later");
            }
        }

        [Then("it takes a table")]
        public static void TakesATable(DataTable table) => Assert.NotNull(table);

        [Then("it is twice")]
        public static void First()
        {
        }

        [Then("it is (.*)")]
        public static void Second(string what) => Assert.NotNull(what);
    }
}
