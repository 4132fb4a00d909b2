using System.Text;
using Estaleiro.Contract;
using Estaleiro.Reports.Html;
using Estaleiro.Reports.Markdown;
using Estaleiro.Reports.Model;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Reports.Tests;

public sealed class MarkdownSummaryTests
{
    private const string Uri = MessageScript.Uri;

    [Fact]
    public void Failures_come_first_each_with_its_place_step_and_cause()
    {
        var script = MessageScript.Started().Feature(Uri, "Scheduler", ("pass", ["a"]), ("fail", ["b"]), ("skip", ["c"]));
        var text = MarkdownSummary.Of(script.Run(Id("pass"), PASSED)
            .Start(Id("fail")).Step(Id("fail"), 0, FAILED, "expected 2 pods\nfound `1`").End(Id("fail"))
            .Start(Id("skip")).Step(Id("skip"), 0, SKIPPED, "ipvs: no | module <here>").End(Id("skip"))
            .Finished(success: false).Load());

        Assert.StartsWith("# ❌ 1 of 3 scenarios failed\n\n1 passed, 1 failed, 1 skipped in ", text, StringComparison.Ordinal);
        Assert.Contains(
            $"\n## Failed\n\n**Scheduler › fail**  \n`{Uri}:7`: When b  \n\n```text\nexpected 2 pods\nfound `1`\n```\n", text, StringComparison.Ordinal);
        Assert.Contains("\n| ❌ scheduler | 1 | 1 | 1 | ", text, StringComparison.Ordinal);
        Assert.Contains($"\n- 1 × ipvs: no \\| module &lt;here&gt;\n  - `{Uri}:9` skip\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("omitted", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_green_run_says_so_and_shows_its_components()
    {
        var text = MarkdownSummary.Of(
            MessageScript.Started().Feature(Uri, "Scheduler", ("one", ["a"])).Run(Id("one"), PASSED).Finished().Load());

        Assert.StartsWith("# ✅ All 1 scenarios passed\n", text, StringComparison.Ordinal);
        Assert.Contains("\n| scheduler | 1 | 0 | 0 | ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("##", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Clusters_are_counted_as_in_the_HTML_report()
    {
        var script = MessageScript.Started().Feature(Uri, "Scheduler", ("one", ["a"])).Start(Id("one"));
        foreach (var name in (string[])["a", "b"])
        {
            script.Attach(Id("one"), EvidenceNames.FileName(1, EvidenceNames.Cluster(name)), new ClusterNote(name, "v1.36.2", "k3s", null, null, null).ToJson());
        }

        var run = script.Step(Id("one"), 0, PASSED).End(Id("one")).Finished().Load();

        Assert.Contains("\nTested: Kubernetes v1.36.2, provider k3s, 2 clusters\n", MarkdownSummary.Of(run), StringComparison.Ordinal);
        Assert.Contains("2 clusters", new ReportView(run).Tested, StringComparison.Ordinal);
    }

    [Fact]
    public void One_cause_of_many_failures_is_told_once()
    {
        var script = MessageScript.Started().Feature(Uri, "Scheduler", ("one", ["a"]), ("two", ["b"]));
        foreach (var name in (string[])["one", "two"])
        {
            script.Start(Id(name)).Step(Id(name), 0, FAILED, "no cluster").End(Id(name));
        }

        var text = MarkdownSummary.Of(script.Finished(success: false).Load());

        Assert.Single(text.Split("no cluster")[1..]);
        Assert.Contains("**Scheduler › one**", text, StringComparison.Ordinal);
        Assert.Contains("**Scheduler › two**", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fence_in_a_cause_does_not_end_its_block()
    {
        var text = MarkdownSummary.Of(Failing("```\n# not a heading\n```"));

        Assert.Contains("\n````text\n```\n# not a heading\n```\n````\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_was_cut_says_what_is_missing()
    {
        var text = MarkdownSummary.Of(MessageScript.Started().Feature(Uri, "Scheduler", ("open", ["a"])).Start(Id("open")).Load());

        Assert.Contains("\n## This run is incomplete\n\n- the run was interrupted", text, StringComparison.Ordinal);
        Assert.Contains("\n## Interrupted\n\n**Scheduler › open**", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_cause_is_cut_and_says_how_much_is_missing()
    {
        var lines = MarkdownSummary.Of(Failing(string.Join('\n', Enumerable.Range(1, 100))));
        Assert.Contains("\n60\n```\n\n… 40 more lines in report.html\n", lines, StringComparison.Ordinal);

        var letters = MarkdownSummary.Of(Failing(new string('x', 10_000)));
        Assert.Contains("x … 4000 more characters in report.html\n```\n", letters, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(20_000)]
    [InlineData(MarkdownSummary.MostBytes)]
    public void However_much_failed_it_stays_within_its_limit_and_says_what_it_left_out(int limit)
    {
        const int count = 3_000;
        var names = Enumerable.Range(1, count).Select(number => $"número {number}").ToList();
        var script = MessageScript.Started().Feature(Uri, "Scheduler", [.. names.Select(name => (name, (string[])["a"]))]);
        foreach (var name in names)
        {
            script.Start(Id(name)).Step(Id(name), 0, FAILED, $"{name}: {new string('é', 1_500)}").End(Id(name));
        }

        var text = MarkdownSummary.Of(script.Finished(success: false).Load(), limit);

        Assert.InRange(Encoding.UTF8.GetByteCount(text), 0, limit);
        Assert.StartsWith($"# ❌ {count} of {count} scenarios failed\n", text, StringComparison.Ordinal);
        var named = text.Split("**Scheduler › ").Length - 1;
        var explained = text.Split("```text").Length - 1;
        Assert.Contains($"\n… {named - explained} causes omitted; report.html has everything.\n", text, StringComparison.Ordinal);
        if (limit == MarkdownSummary.MostBytes)
        {
            Assert.Equal(count, named);
            Assert.InRange(explained, 100, count);
        }
        else
        {
            Assert.Contains($"\n… {count - named} more scenarios omitted; report.html has everything.\n", text, StringComparison.Ordinal);
        }
    }

    private static TestRun Failing(string cause) => MessageScript.Started().Feature(Uri, "Scheduler", ("one", ["a"]))
        .Start(Id("one")).Step(Id("one"), 0, FAILED, cause).End(Id("one")).Finished(success: false).Load();

    private static string Id(string scenario) => MessageScript.Id(Uri, scenario);
}
