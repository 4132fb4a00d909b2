using Estaleiro.Reports.Summary;
using Io.Cucumber.Messages.Types;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Reports.Tests;

public sealed class RunSummaryTests
{
    private const string Uri = MessageScript.Uri;

    [Fact]
    public void It_counts_tells_each_cause_and_groups_skips_by_reason()
    {
        var script = MessageScript.Started().Feature(
            Uri, "Scheduler", ("pass", ["a"]), ("fail", ["b"]), ("skip1", ["c"]), ("skip2", ["d"]), ("skip3", ["e"]), ("open", ["f"]));
        script.Run(Id("pass"), PASSED);
        script.Start(Id("fail")).Step(Id("fail"), 0, FAILED, "expected 2 pods\nfound 1").End(Id("fail"));
        script.Start(Id("skip1")).Step(Id("skip1"), 0, SKIPPED, "dns: none").End(Id("skip1"));
        script.Start(Id("skip2")).Step(Id("skip2"), 0, SKIPPED, "ipvs: no module").End(Id("skip2"));
        script.Start(Id("skip3")).Step(Id("skip3"), 0, SKIPPED, "ipvs: no module").End(Id("skip3"));
        script.Start(Id("open"));
        var summary = RunSummary.Of(script.Load());

        Assert.Equal((1, 2, 3), (summary.Passed, summary.Failed, summary.Skipped));
        var failure = Assert.Single(summary.Failures);
        Assert.Equal("expected 2 pods\nfound 1", failure.Cause);
        Assert.Equal($"{Uri}:7", failure.Where);
        Assert.Equal("When b", failure.Step);
        Assert.Equal(["ipvs: no module", "dns: none"], summary.Skips.Select(skip => skip.Reason));
        Assert.Equal(2, summary.Skips[0].Scenarios.Count);
        Assert.Equal("interrupted: the run ended before this scenario did", Assert.Single(summary.Unfinished).Cause);
        Assert.False(summary.IsGreen);
    }

    [Fact]
    public void An_undefined_step_comes_with_the_code_that_would_define_it()
    {
        var script = MessageScript.Started().Feature(Uri, "Scheduler", ("one", ["a"]));
        script.Add(Envelope.Create(new Suggestion("s", $"{Id("one")}/pickle0", [new Snippet("csharp", "[When(\"a\")]")])));
        var summary = RunSummary.Of(script.Run(Id("one"), UNDEFINED).Finished(success: false).Load());

        Assert.Equal("no step definition matches this step\n[When(\"a\")]", Assert.Single(summary.Failures).Cause);
    }

    [Fact]
    public void A_skip_without_a_reason_says_so()
    {
        var script = MessageScript.Started().Feature(Uri, "Scheduler", ("one", ["a"]));
        var summary = RunSummary.Of(script.Run(Id("one"), SKIPPED).Finished().Load());

        Assert.Equal("no reason given", Assert.Single(summary.Skips).Reason);
    }

    private static string Id(string scenario) => MessageScript.Id(Uri, scenario);
}
