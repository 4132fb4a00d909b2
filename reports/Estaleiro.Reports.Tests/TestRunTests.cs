using System.Text;
using Estaleiro.Reports.Model;
using Io.Cucumber.Messages.Types;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Reports.Tests;

public sealed class TestRunTests
{
    private const string Uri = MessageScript.Uri;

    private static readonly string One = MessageScript.Id(Uri, "one");
    private static readonly string Two = MessageScript.Id(Uri, "two");

    [Fact]
    public void A_run_whose_scenarios_pass_is_green()
    {
        var run = TwoScenarios().Run(One, PASSED, PASSED).Run(Two, PASSED).Finished().Load();

        Assert.True(run.IsGreen);
        Assert.Empty(run.Problems);
        var feature = Assert.Single(run.Features);
        Assert.Equal("Scheduler", feature.Name);
        Assert.Equal(["one", "two"], feature.Scenarios.Select(scenario => scenario.Name));
        var first = feature.Scenarios[0];
        Assert.Equal($"{Uri}:3", first.Location);
        Assert.Equal(["@scheduler"], first.Tags);
        Assert.Equal("When a", first.Steps[0].Title);
        Assert.Equal(4, first.Steps[0].Line);
        Assert.Equal(TimeSpan.FromMilliseconds(250), first.Steps[0].Duration);
        Assert.Equal(TimeSpan.FromSeconds(5), first.Duration);
        Assert.Contains(new KeyValuePair<string, string>("implementation", "Estaleiro 0.1.0"), run.Environment);
        Assert.NotNull(run.FinishedAt);
    }

    [Theory]
    [InlineData(FAILED, ResultStatus.Failed)]
    [InlineData(UNDEFINED, ResultStatus.Undefined)]
    [InlineData(AMBIGUOUS, ResultStatus.Ambiguous)]
    [InlineData(PENDING, ResultStatus.Pending)]
    public void A_step_that_did_not_do_what_it_says_fails_its_scenario_and_the_run(TestStepResultStatus status, ResultStatus expected)
    {
        var run = TwoScenarios().Run(One, status, SKIPPED).Run(Two, PASSED).Finished(success: false).Load();

        var scenario = run.Features[0].Scenarios[0];
        Assert.Equal(expected, scenario.Status);
        Assert.Equal(ScenarioOutcome.Failed, scenario.Outcome);
        Assert.Equal("When a", scenario.Culprit?.Title);
        Assert.False(run.IsGreen);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void A_skip_keeps_its_reason_and_does_not_fail_the_run()
    {
        var script = TwoScenarios().Start(One).Step(One, 0, SKIPPED, "ipvs: the kernel has no ip_vs").Step(One, 1, SKIPPED).End(One);
        var run = script.Run(Two, PASSED).Finished().Load();

        Assert.Equal(ScenarioOutcome.Skipped, run.Scenarios.First().Outcome);
        Assert.Equal("ipvs: the kernel has no ip_vs", run.Scenarios.First().SkipReason);
        Assert.True(run.IsGreen);
    }

    [Fact]
    public void Scenarios_that_run_in_parallel_keep_their_own_results()
    {
        var run = TwoScenarios()
            .Start(One).Start(Two)
            .Step(Two, 0, FAILED, "two broke")
            .Step(One, 0, PASSED).End(Two).Step(One, 1, PASSED).End(One)
            .Finished(success: false).Load();

        Assert.Equal([ScenarioOutcome.Passed, ScenarioOutcome.Failed], run.Scenarios.Select(scenario => scenario.Outcome));
        Assert.Equal("two broke", run.Scenarios.Last().Culprit?.Message);
    }

    [Fact]
    public void Examples_are_told_apart_by_their_row()
    {
        var run = MessageScript.Started().Outline(Uri, "Scheduler", "Values hold", "ssd", "gpu")
            .Run("Values hold ssd", PASSED).Run("Values hold gpu", FAILED).Finished(success: false).Load();

        Assert.Equal(["Values hold (value=ssd)", "Values hold (value=gpu)"], run.Scenarios.Select(scenario => scenario.Title));
        Assert.Equal([7L, 8L], run.Scenarios.Select(scenario => scenario.Line));
        Assert.Equal("Then <value> holds", run.Scenarios.First().Steps[0].Title);
    }

    [Fact]
    public void A_rule_holds_its_scenarios()
    {
        var run = MessageScript.Started().Feature(Uri, "Scheduler", ("one", ["a"]), ("rule two", ["b"]))
            .Run(One, PASSED).Run(MessageScript.Id(Uri, "rule two"), PASSED).Finished().Load();

        Assert.Equal("one", Assert.Single(run.Features[0].Scenarios).Name);
        var rule = Assert.Single(run.Features[0].Rules);
        Assert.Equal("A rule", rule.Name);
        Assert.Equal("rule two", Assert.Single(rule.Scenarios).Name);
    }

    [Fact]
    public void Hooks_are_steps_of_their_own_kind_and_fail_their_scenario()
    {
        var script = MessageScript.Started().Feature(Uri, "Scheduler", ("one", ["a"]));
        script.Add(Envelope.Create(new Hook("after", "take the cluster down", SourceReference.Create("Hooks.cs"), null, HookType.AFTER_TEST_CASE)));
        script.Add(Envelope.Create(new TestCase(
            "case hooked", $"pickle {One}", [new TestStep(null, "s", $"{One}/pickle0", [], []), new TestStep("after", "h", null, null, null)], "run")));
        script.Start("hooked");
        script.Add(Envelope.Create(new TestStepFinished("hooked", "s", Result(PASSED), script.Now())));
        script.Add(Envelope.Create(new TestStepFinished("hooked", "h", Result(FAILED, "still there"), script.Now())));
        var scenario = script.End("hooked").Finished(success: false).Load().Scenarios.Single();

        Assert.Equal([StepKind.Step, StepKind.After], scenario.Steps.Select(step => step.Kind));
        Assert.Equal("take the cluster down", scenario.Culprit?.Title);
        Assert.Equal(ScenarioOutcome.Failed, scenario.Outcome);
    }

    [Fact]
    public void A_failing_run_hook_keeps_the_run_from_being_green()
    {
        var script = TwoScenarios().Run(One, PASSED, PASSED).Run(Two, PASSED);
        script.Add(Envelope.Create(new TestRunHookStarted("rh", "run", "unknown", null, script.Now())));
        script.Add(Envelope.Create(new TestRunHookFinished("rh", Result(FAILED, "cluster did not go"), script.Now())));
        var run = script.Finished().Load();

        Assert.Equal("cluster did not go", Assert.Single(run.Hooks).Message);
        Assert.False(run.IsGreen);
    }

    [Fact]
    public void Only_the_last_attempt_of_a_retried_scenario_counts()
    {
        var script = TwoScenarios().Start(One, "first").Step(One, 0, FAILED, attempt: "first").End("first", retried: true)
            .Start(One, "second", 1).Step(One, 0, PASSED, attempt: "second").Step(One, 1, PASSED, attempt: "second").End("second");
        var run = script.Run(Two, PASSED).Finished().Load();

        Assert.Equal(2, run.Scenarios.Count());
        Assert.Equal(1, run.Scenarios.First().Attempt);
        Assert.True(run.IsGreen);
    }

    [Fact]
    public void Attachments_stay_with_their_step()
    {
        var script = TwoScenarios().Start(One);
        script.Add(Envelope.Create(new Attachment(
            "aGk=", AttachmentContentEncoding.BASE64, "events.txt", "text/plain", null, One, $"{One}/pickle1/test", null, null, null, null)));
        var run = script.Step(One, 0, PASSED).Step(One, 1, PASSED).End(One).Finished().Load();

        var attachment = Assert.Single(run.Scenarios.First().Steps[1].Attachments);
        Assert.Equal(new AttachedFile("events.txt", "text/plain", "aGk=", true, null), attachment);
        Assert.Empty(run.Scenarios.First().Steps[0].Attachments);
    }

    [Fact]
    public void An_interrupted_run_says_so_and_counts_what_did_not_end()
    {
        var run = TwoScenarios().Run(One, PASSED, PASSED).Start(Two).Load();

        Assert.Equal(ScenarioOutcome.Unfinished, run.Scenarios.Last().Outcome);
        Assert.Equal("the run was interrupted: its messages have no end, and 1 of its scenarios did not finish", Assert.Single(run.Problems));
        Assert.False(run.IsGreen);
    }

    [Fact]
    public void A_finished_scenario_none_of_whose_steps_has_a_result_did_not_pass()
    {
        var run = TwoScenarios().Start(One).End(One).Finished().Load();

        Assert.Equal(ScenarioOutcome.Unfinished, run.Scenarios.Single().Outcome);
        Assert.False(run.IsGreen);
    }

    [Fact]
    public void Every_cut_of_the_file_is_told_and_never_green()
    {
        var bytes = TwoScenarios().Run(One, PASSED, PASSED).Run(Two, PASSED).Finished().ToBytes();
        for (var length = 0; length < bytes.Length - 1; length++)
        {
            var run = MessageScript.Load(bytes[..length]);
            Assert.False(run.IsGreen, $"cut after {length} bytes");
            Assert.NotEmpty(run.Problems);
        }

        Assert.True(MessageScript.Load(bytes[..^1]).IsGreen, "only the last line feed is missing");
    }

    [Fact]
    public void A_run_that_failed_outside_of_its_scenarios_is_not_green()
    {
        var run = TwoScenarios().Run(One, PASSED, PASSED).Run(Two, PASSED).Finished(success: false, message: "no cluster").Load();

        Assert.Equal("the run failed outside its scenarios: no cluster", Assert.Single(run.Problems));
        Assert.False(run.IsGreen);
    }

    [Fact]
    public void Messages_that_refer_to_nothing_are_shown_by_what_is_known()
    {
        var script = MessageScript.Started().Start("lost");
        script.Add(Envelope.Create(new TestStepFinished("lost", "step", Result(FAILED, "why"), script.Now())));
        script.Add(Envelope.Create(new TestStepFinished("nobody", "step", Result(PASSED), script.Now())));
        var run = script.End("lost").End("nobody").Finished(success: false).Load();

        var scenario = Assert.Single(run.Scenarios);
        Assert.Equal("why", scenario.Culprit?.Message);
        Assert.Equal("(unknown feature)", scenario.Uri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("no json\n")]
    [InlineData("[]\nnull\n42\n\"x\"\n")]
    [InlineData("{\"testCaseStarted\":{}}\n")]
    [InlineData("{\"testStepFinished\":{\"testStepResult\":{\"status\":\"NEW\"}}}\n")]
    [InlineData("{\"testRunStarted\":{\"timestamp\":{\"seconds\":9223372036854775807,\"nanos\":-5}}}\n{\"meta\":null}")]
    public void Odd_input_is_told_and_never_green(string text)
    {
        var run = MessageScript.Load(text);

        Assert.NotEmpty(run.Problems);
        Assert.False(run.IsGreen);
    }

    [Fact]
    public void What_later_versions_add_is_passed_over()
    {
        var bytes = TwoScenarios().Run(One, PASSED, PASSED).Run(Two, PASSED).ToBytes();
        var later = Encoding.UTF8.GetBytes("{\"somethingNew\":{\"a\":[1]}}\n");
        var end = new MessageScript().Finished().ToBytes();

        Assert.True(MessageScript.Load([.. bytes, .. later, .. end]).IsGreen);
    }

    [Fact]
    public void A_feature_file_that_could_not_be_parsed_is_a_problem()
    {
        var script = TwoScenarios().Run(One, PASSED, PASSED).Run(Two, PASSED);
        script.Add(Envelope.Create(new ParseError(new SourceReference(Uri, null, null, new Location(12, 3)), "expected: #StepLine")));

        Assert.Equal($"{Uri}:12: expected: #StepLine", Assert.Single(script.Finished().Load().Problems));
    }

    [Fact]
    public void Who_watches_learns_what_starts_and_ends()
    {
        var recorder = new TestRunRecorder();
        var events = TwoScenarios().Run(One, PASSED, PASSED).Envelopes.Select(recorder.Add).OfType<RunEvent>().ToList();

        Assert.Equal(
            [RunEventKind.ScenarioStarted, RunEventKind.StepStarted, RunEventKind.StepStarted, RunEventKind.ScenarioFinished],
            events.Select(happening => happening.Kind));
        Assert.Equal("When b", events[2].Step?.Title);
        Assert.Equal(ScenarioOutcome.Passed, events[3].Scenario.Outcome);
    }

    private static MessageScript TwoScenarios() =>
        MessageScript.Started().Feature(Uri, "Scheduler", ("one", ["a", "b"]), ("two", ["c"]));

    private static TestStepResult Result(TestStepResultStatus status, string? message = null) =>
        new(new Duration(0, 0), message, status, null);
}
