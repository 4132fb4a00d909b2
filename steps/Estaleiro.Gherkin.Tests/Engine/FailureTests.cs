using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Gherkin.Tests.Engine;

public sealed class FailureTests
{
    [Fact]
    public async Task An_undefined_step_fails_with_one_line_and_a_snippet()
    {
        var run = await EngineRun.OfAsync(
            """
            Feature: F
              Scenario: S
                Given it works
                And 3 nodes named "a" in (b)
                When undefined too
                  | a |
                Then it works
            """,
            typeof(Steps));

        var error = Assert.IsType<MissingStepDefinitionException>(run.Scenarios[0]);
        var lines = error.Message.Split('\n');
        Assert.Equal("No step definition matches 'And 3 nodes named \"a\" in (b)' (features/x.feature:4). Start from these, for the undefined steps of 'S':", lines[0]);
        Assert.Contains("[Given(\"{int} nodes named {string} in \\\\(b)\")]", lines);
        Assert.Contains("public void GivenNodesNamedInB(int p0, string p1)", lines);
        Assert.Contains("public void WhenUndefinedToo(DataTable dataTable)", lines);
        Assert.Equal([PASSED, UNDEFINED, UNDEFINED, SKIPPED], run.Statuses);
        Assert.Equal(2, run.Messages.Count(message => message.Suggestion is not null));
        Assert.False(run.Messages[^1].TestRunFinished.Success);
    }

    [Fact]
    public async Task An_ambiguous_step_fails_with_its_candidates()
    {
        var run = await EngineRun.OfAsync("Feature: F\n  Scenario: S\n    Given it is twice\n    Then it works", typeof(Steps), typeof(Twice));

        var error = Assert.IsType<AmbiguousBindingException>(run.Scenarios[0]);
        Assert.StartsWith("2 step definitions match 'Given it is twice' (features/x.feature:3):\n", error.Message, StringComparison.Ordinal);
        Assert.Contains("'it is twice' in Estaleiro.Gherkin.Tests.Engine.FailureTests+Twice.First()", error.Message, StringComparison.Ordinal);
        Assert.Contains("'it is (.*)' in Estaleiro.Gherkin.Tests.Engine.FailureTests+Twice.Second(String)", error.Message, StringComparison.Ordinal);
        Assert.Equal([AMBIGUOUS, SKIPPED], run.Statuses);
    }

    [Fact]
    public async Task A_pending_step_fails_and_says_where()
    {
        var run = await EngineRun.OfAsync("Feature: F\n  Scenario: S\n    Given it is pending\n    Then it works", typeof(Steps));

        var error = Assert.IsType<PendingStepException>(run.Scenarios[0]);
        Assert.Equal("The step 'Given it is pending' is pending (features/x.feature:3): tomorrow", error.Message);
        Assert.Equal([PENDING, SKIPPED], run.Statuses);
        Assert.False(run.Messages[^1].TestRunFinished.Success);
    }

    [Fact]
    public async Task A_step_that_throws_fails_the_scenario_and_skips_the_rest()
    {
        var run = await EngineRun.OfAsync("Feature: F\n  Scenario: S\n    Given it breaks\n    Then it works\n  Scenario: T\n    Given it works", typeof(Steps));

        Assert.Equal("broken", Assert.IsType<InvalidOperationException>(run.Scenarios[0]).Message);
        Assert.Null(run.Scenarios[1]);
        Assert.Equal([FAILED, SKIPPED, PASSED], run.Statuses);
    }

    [Fact]
    public async Task A_skip_from_a_step_or_hook_skips_and_the_run_still_succeeds()
    {
        var run = await EngineRun.OfAsync(
            "Feature: F\n  Scenario: S\n    Given it is skipped\n    Then it works\n  @skip\n  Scenario: T\n    Given it works",
            typeof(Steps),
            typeof(SkippingHook));

        Assert.All(run.Scenarios, error => Assert.IsType<SkipException>(error));
        Assert.Equal([SKIPPED, SKIPPED, SKIPPED, SKIPPED], run.Statuses);
        Assert.True(run.Messages[^1].TestRunFinished.Success);
        Assert.Contains(run.Messages, message => message.TestStepFinished?.TestStepResult.Message == "no ingress here");
    }

    [Fact]
    public async Task After_hooks_run_although_a_before_hook_failed()
    {
        FailingBefore.Journal.Clear();
        var run = await EngineRun.OfAsync("Feature: F\n  Scenario: S\n    Given it works", typeof(Steps), typeof(FailingBefore));

        Assert.Equal("before", Assert.IsType<InvalidOperationException>(run.Scenarios[0]).Message);
        Assert.Equal(["first", "after saw before"], FailingBefore.Journal);
        Assert.Equal([PASSED, FAILED, SKIPPED, SKIPPED, PASSED], run.Statuses);
    }

    [Fact]
    public async Task A_failing_after_hook_fails_the_scenario_together_with_the_step()
    {
        var run = await EngineRun.OfAsync("Feature: F\n  Scenario: S\n    Given it breaks\n  Scenario: T\n    Given it works", typeof(Steps), typeof(FailingAfter));

        var both = Assert.IsType<AggregateException>(run.Scenarios[0]);
        Assert.Equal(["broken", "after"], both.InnerExceptions.Select(error => error.Message));
        Assert.Equal("after", run.Scenarios[1]!.Message);
    }

    [Fact]
    public async Task A_failing_before_run_hook_fails_every_scenario_with_its_cause()
    {
        var run = await EngineRun.OfAsync("Feature: F\n  Scenario: S\n    Given it works\n  Scenario: T\n    Given it works", typeof(Steps), typeof(FailingRun));

        Assert.All(run.Scenarios, error => Assert.Equal("no cluster", error!.Message));
        Assert.Equal([FAILED, FAILED], run.Statuses);
        Assert.Equal("after the run", run.RunEnd!.Message);
        Assert.Contains(run.Messages, message => message.TestRunHookFinished?.Result.Message == "no cluster");
        Assert.False(run.Messages[^1].TestRunFinished.Success);
    }

    [Fact]
    public async Task A_failing_before_feature_hook_fails_every_scenario_and_after_feature_still_runs()
    {
        FailingFeature.Ended = false;
        var run = await EngineRun.OfAsync("Feature: F\n  Scenario: S\n    Given it works", typeof(Steps), typeof(FailingFeature));

        Assert.Equal("no feature", run.Scenarios[0]!.Message);
        Assert.True(FailingFeature.Ended);
    }

    [Fact]
    public async Task A_bad_binding_fails_every_scenario_with_its_name()
    {
        var run = await EngineRun.OfAsync("Feature: F\n  Scenario: S\n    Given it works", typeof(Steps), typeof(BadExpression));

        Assert.StartsWith(
            "The step definition Estaleiro.Gherkin.Tests.Engine.FailureTests+BadExpression.Bad has a bad expression '{nope}': This Cucumber Expression has a problem at column 1:",
            run.Scenarios[0]!.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_too_many_is_said()
    {
        var run = await EngineRun.OfAsync("Feature: F\n  Scenario: S\n    Given it has 3", typeof(Steps));

        Assert.Contains("has 2 parameters, but 'Given it has 3' gives 1 (features/x.feature:3)", run.Scenarios[0]!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_that_cannot_be_written_fail_the_scenarios()
    {
        var run = new EngineRun();
        using var sink = new Estaleiro.Gherkin.Messages.NdjsonMessageSink("/proc/nope/messages.ndjson");
        await run.RunAsync("Feature: F\n  Scenario: S\n    Given it works", sink, typeof(Steps));

        var error = Assert.IsType<SpecRunException>(run.Scenarios[0]);
        Assert.StartsWith("The Cucumber messages cannot be written to '/proc/nope/messages.ndjson': ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.IsType<SpecRunException>(run.RunEnd);
    }

    [Fact]
    public async Task A_full_disk_fails_the_run_with_one_line()
    {
        var run = new EngineRun();
        using var sink = new Estaleiro.Gherkin.Messages.NdjsonMessageSink("/dev/full");
        await run.RunAsync("Feature: F\n  Scenario: S\n    Given it works", sink, typeof(Steps));

        Assert.Equal("The Cucumber messages cannot be written to '/dev/full': No space left on device : '/dev/full'", run.Scenarios[0]!.Message);
    }

    public sealed class Steps
    {
        [StepDefinition("it works")]
        public static void Works()
        {
        }

        [Given("it breaks")]
        public static Task Breaks() => Task.FromException(new InvalidOperationException("broken"));

        [Given("it is pending")]
        public static void Pending() => throw new PendingStepException("tomorrow");

        [Given("it is skipped")]
        public static void Skipped() => Skip.If(true, "no ingress here");

        [Given("it has {int}")]
        public static void TooMany(int a, int b) => Assert.Equal(a, b);
    }

    public sealed class Twice
    {
        [Given("it is twice")]
        public static void First()
        {
        }

        [Given("it is (.*)")]
        public static void Second(string what) => Assert.NotNull(what);
    }

    public sealed class SkippingHook
    {
        [BeforeScenario("skip")]
        public static void Before() => throw new SkipException("no ingress here");

        [AfterStep("nothing")]
        public static void After()
        {
        }
    }

    public sealed class FailingBefore(ScenarioContext scenario)
    {
        public static List<string> Journal { get; } = [];

        [BeforeScenario(Order = 1)]
        public static void First() => Journal.Add("first");

        [BeforeScenario(Order = 2)]
        public static void Second() => throw new InvalidOperationException("before");

        [BeforeScenario(Order = 3)]
        public static void Third() => Journal.Add("third");

        [AfterScenario]
        public void After() => Journal.Add("after saw " + scenario.TestError!.Message);
    }

    public sealed class FailingAfter
    {
        [AfterScenario]
        public static void After() => throw new InvalidOperationException("after");
    }

    public sealed class FailingRun
    {
        [BeforeTestRun]
        public static void Before() => throw new InvalidOperationException("no cluster");

        [AfterTestRun]
        public static void After() => throw new InvalidOperationException("after the run");
    }

    public sealed class FailingFeature
    {
        public static bool Ended { get; set; }

        [BeforeFeature]
        public static void Before() => throw new InvalidOperationException("no feature");

        [AfterFeature]
        public static void After() => Ended = true;
    }

    public sealed class BadExpression
    {
        [Given("{nope}")]
        public static void Bad()
        {
        }
    }
}
