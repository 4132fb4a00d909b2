using System.Text;
using Estaleiro.Reports.Comparing;
using Estaleiro.Reports.Model;
using Io.Cucumber.Messages.Types;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Reports.Tests;

public sealed class RunComparisonTests
{
    private const string Uri = MessageScript.Uri;

    [Fact]
    public void A_run_equals_itself()
    {
        var run = Run(("one", PASSED, "pods: 2\n"), ("two", FAILED, null));

        Assert.True(RunComparison.Of(run, run).AreEqual);
        Assert.Equal("The runs are equal: 2 scenarios have the same results and outcomes.", RunComparison.Of(run, run).Verdict);
    }

    [Fact]
    public void Scenarios_that_only_one_run_has_are_told()
    {
        var comparison = RunComparison.Of(Run(("one", PASSED, null), ("old", PASSED, null)), Run(("one", PASSED, null), ("new", PASSED, null)));

        Assert.Equal("old", Assert.Single(comparison.OnlyInFirst).Name);
        Assert.Equal("new", Assert.Single(comparison.OnlyInSecond).Name);
        Assert.Equal("0 of 1 scenarios differ, 1 only in the first run, 1 only in the second run.", comparison.Verdict);
    }

    [Fact]
    public void Another_end_is_a_difference_even_where_nothing_was_found()
    {
        var difference = Assert.Single(RunComparison.Of(Run(("one", PASSED, "pods: 2\n")), Run(("one", SKIPPED, null))).Differences);

        Assert.True(difference.EndedOtherwise);
        Assert.Empty(difference.Outcome);
    }

    [Fact]
    public void Another_outcome_is_a_difference_even_where_both_passed()
    {
        var before = string.Concat(Enumerable.Range(1, 9).Select(number => $"line {number}\n"));
        var difference = Assert.Single(RunComparison.Of(
            Run(("one", PASSED, before)), Run(("one", PASSED, before.Replace("line 5", "line V", StringComparison.Ordinal)))).Differences);

        Assert.False(difference.EndedOtherwise);
        Assert.Equal(
            ["…", "  line 3", "  line 4", "- line 5", "+ line V", "  line 6", "  line 7", "…"], difference.Outcome.Select(line => line.ToString()));
    }

    [Fact]
    public void An_outcome_that_is_no_longer_recorded_is_a_difference() =>
        Assert.Single(RunComparison.Of(Run(("one", PASSED, "pods: 2\n")), Run(("one", PASSED, null))).Differences);

    [Fact]
    public void Why_both_failed_is_not_compared() =>
        Assert.True(RunComparison.Of(Run(("one", FAILED, null), "namespace one-1a2b"), Run(("one", FAILED, null), "namespace one-3c4d")).AreEqual);

    [Fact]
    public async Task The_page_shows_both_ends_and_the_lines_and_asks_no_network()
    {
        var comparison = RunComparison.Of(
            Run(("one", PASSED, "pods: <2>\n"), ("old", PASSED, null)), Run(("one", FAILED, "pods: <1>\n"), "expected <2>"));
        using var stream = new MemoryStream();
        await ComparisonReport.WriteAsync(comparison, "out/a", "out/b", stream, CancellationToken.None);
        var page = Encoding.UTF8.GetString(stream.ToArray());

        Assert.StartsWith("<!doctype html>\n<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"first\">- pods: &lt;2&gt;</span>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"second\">&#x2B; pods: &lt;1&gt;</span>", page, StringComparison.Ordinal);
        Assert.Contains("expected &lt;2&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Only in the first run", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_change_log_holds_what_is_gone_what_broke_and_other_outcomes()
    {
        var page = ComparisonMarkdown.Of(RunComparison.Of(
            Run(("gone", PASSED, null), ("broken", PASSED, null), ("other", PASSED, "pods: 2\n")),
            Run(("gone", SKIPPED, null), ("broken", FAILED, null), ("other", PASSED, "pods: 1\n"))));

        Assert.Contains("1 scenario ended alike, 1 with another outcome.\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Only in Kubernetes unknown\n\n**Scheduler**\n- gone\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Otherwise\n\n**Scheduler**\n- broken: failed\n", page, StringComparison.Ordinal);
        Assert.Contains("**Scheduler › other**\n\n```diff\n- pods: 2\n+ pods: 1\n```\n", page, StringComparison.Ordinal);
        Assert.EndsWith("Nothing differs.\n", page, StringComparison.Ordinal);
    }

    private static TestRun Run((string Name, TestStepResultStatus Status, string? Outcome) scenario, string message) => Run(message, scenario);

    private static TestRun Run(params (string Name, TestStepResultStatus Status, string? Outcome)[] scenarios) => Run("it broke", scenarios);

    private static TestRun Run(string message, params (string Name, TestStepResultStatus Status, string? Outcome)[] scenarios)
    {
        var script = MessageScript.Started().Feature(Uri, "Scheduler", [.. scenarios.Select(scenario => (scenario.Name, (string[])["a"]))]);
        foreach (var (name, status, outcome) in scenarios)
        {
            var id = MessageScript.Id(Uri, name);
            script.Start(id).Step(id, 0, status, status == PASSED ? null : message);
            if (outcome is not null)
            {
                script.Add(Envelope.Create(new Attachment(
                    outcome, AttachmentContentEncoding.IDENTITY, "01-outcome.yaml", "application/yaml", null, id, null, null, null, null, script.Now())));
            }

            script.End(id);
        }

        return script.Finished().Load();
    }
}
