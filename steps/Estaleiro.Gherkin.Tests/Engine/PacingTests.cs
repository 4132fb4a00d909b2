using Estaleiro.Gherkin.BoDi;
using Estaleiro.Gherkin.Pacing;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Gherkin.Tests.Engine;

public sealed class PacingTests
{
    private const string Feature =
        """
        Feature: F

          # Watch for: the count
          @tag
          Scenario: S
            Given the count is 1
            # above the step
            When it grows
            Then it is 2
              | a |
        """;

    [Fact]
    public async Task A_pace_sees_every_step_with_what_stands_around_it()
    {
        Pace.Script = [];

        var run = await EngineRun.OfAsync(Feature, typeof(Steps));

        Assert.Null(run.Scenarios[0]);
        Assert.Equal(["before 1", "ran 1 passed", "before 2", "ran 2 passed", "before 3", "ran 3 passed", "over"], Pace.Seen);
        Assert.Equal("features/x.feature:5", Pace.Last!.Place);
        Assert.Equal(["Watch for: the count"], Pace.Last.ScenarioComments);
        Assert.Equal(["above the step"], Pace.Second!.Comments);
        Assert.Equal((true, 1), (Pace.Last.IsLast, Pace.Last.Table!.Header.Count));
    }

    [Fact]
    public async Task A_failed_step_that_runs_again_and_passes_is_passed()
    {
        Pace.Script = ["again after 3"];

        var run = await EngineRun.OfAsync(Feature.Replace("it is 2", "it is ready the second time", StringComparison.Ordinal), typeof(Steps));

        Assert.Null(run.Scenarios[0]);
        Assert.Equal(["ran 3 failed", "before 3", "ran 3 passed", "over"], Pace.Seen.TakeLast(4));
        Assert.Equal([PASSED, PASSED, PASSED], run.Statuses);
    }

    [Fact]
    public async Task The_step_before_runs_once_more_and_the_scenario_goes_on()
    {
        Pace.Script = ["repeat at 3"];

        var run = await EngineRun.OfAsync(Feature.Replace("it is 2", "it is 3", StringComparison.Ordinal), typeof(Steps));

        Assert.Null(run.Scenarios[0]);
        Assert.Equal(["before 3", "once more 2", "was once more 2 passed", "before 3", "ran 3 passed", "over"], Pace.Seen.TakeLast(6));
        Assert.Equal([PASSED, PASSED, PASSED], run.Statuses);
    }

    [Fact]
    public async Task A_scenario_that_is_left_is_skipped_from_there()
    {
        Pace.Script = ["leave at 2"];

        var run = await EngineRun.OfAsync(Feature, typeof(Steps));

        Assert.IsType<SkipException>(run.Scenarios[0]);
        Assert.Equal([PASSED, SKIPPED, SKIPPED], run.Statuses);
        Assert.True(run.Messages[^1].TestRunFinished.Success);
    }

    [Fact]
    public async Task A_scenario_that_is_not_wanted_runs_nothing()
    {
        Pace.Script = ["not wanted"];

        var run = await EngineRun.OfAsync(Feature, typeof(Steps));

        Assert.IsType<SkipException>(run.Scenarios[0]);
        Assert.Equal([SKIPPED, SKIPPED, SKIPPED], run.Statuses);
    }

    public sealed class Steps
    {
        private int count;
        private int tries;

        [BeforeTestRun]
        public static void SetPace(IObjectContainer container) => container.RegisterInstanceAs<IStepPaceFactory>(new Pace.Factory());

        [Given("the count is {int}")]
        public void Set(int value) => count = value;

        [When("it grows")]
        public void Grow() => count++;

        [Then("it is {int}")]
        public void Is(int value, DataTable table) => Assert.Equal((value, 1), (count, table.Header.Count));

        [Then("it is ready the second time")]
        public void SecondTime(DataTable table) => Assert.True(++tries > 1 && table.Header.Count == 1);
    }

    private sealed class Pace : IStepPace
    {
        private readonly List<string> script = [.. Script];

        public static string[] Script { get; set; } = [];

        public static List<string> Seen { get; private set; } = [];

        public static PacedStep? Second { get; private set; }

        public static PacedStep? Last { get; private set; }

        public TimeSpan HeldUp => TimeSpan.Zero;

        public Task BeforeScenarioAsync()
        {
            Seen = [];
            return script.Contains("not wanted") ? throw new SkipException("not wanted") : Task.CompletedTask;
        }

        public Task BeforeAsync(PacedStep step)
        {
            Second = step.Number == 2 ? step : Second;
            Last = step;
            Seen.Add($"before {step.Number}");
            return script.Remove($"repeat at {step.Number}") ? throw new StepAgainException()
                : script.Contains($"leave at {step.Number}") ? throw new SkipException("left")
                : Task.CompletedTask;
        }

        public Task<bool> RunsAgainAsync(PacedStep step, Exception? error, TimeSpan duration)
        {
            Seen.Add($"ran {step.Number} {(error is null ? "passed" : "failed")}");
            return Task.FromResult(script.Remove($"again after {step.Number}"));
        }

        public Task BeforeAgainAsync(PacedStep step)
        {
            Seen.Add($"once more {step.Number}");
            return Task.CompletedTask;
        }

        public Task AfterAgainAsync(PacedStep step, Exception? error, TimeSpan duration)
        {
            Seen.Add($"was once more {step.Number} {(error is null ? "passed" : "failed")}");
            return Task.CompletedTask;
        }

        public Task AfterScenarioAsync(Exception? error)
        {
            Seen.Add("over");
            return Task.CompletedTask;
        }

        public sealed class Factory : IStepPaceFactory
        {
            public IStepPace Create(IObjectContainer scenario) => new Pace();
        }
    }
}
