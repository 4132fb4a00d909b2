using System.Text;
using Estaleiro.Contract;
using Estaleiro.Reports.Html;
using Estaleiro.Reports.Model;
using Estaleiro.Reports.Summary;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Reports.Tests;

/// <summary>Runs that came to no good end: what is left still gives a report, and the report says what is missing.</summary>
public sealed class BrokenRunTests
{
    private const string Uri = MessageScript.Uri;
    private const string NoImage = "The image rancher/k3s is not here and cannot be pulled: pull it.";

    private static readonly FailureNote NoCluster = new(IsForWantOfCluster: true, Cause: null);
    private static readonly string One = MessageScript.Id(Uri, "one");
    private static readonly string Two = MessageScript.Id(Uri, "two");

    [Fact]
    public async Task A_run_whose_cluster_never_starts_says_so_once()
    {
        var script = Script();
        foreach (var scenario in new[] { One, Two })
        {
            script.Start(scenario)
                .Step(scenario, 0, FAILED, $"{NoImage}\nlast lines of the log")
                .Step(scenario, 1, SKIPPED)
                .Note(scenario, NoCluster)
                .End(scenario);
        }

        var run = script.Finished(success: false).Load();
        var html = await RenderAsync(run);

        Assert.False(run.IsGreen);
        Assert.Equal("no cluster started, so nothing was tested", Assert.Single(run.Problems));
        Assert.Equal(2, RunSummary.Of(run).Failed);
        Assert.Contains("<h1>No cluster started: 2 of 2 scenarios failed</h1>", html, StringComparison.Ordinal);
        Assert.Contains("none started", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<article class=\"failure\">").Length);
        Assert.Contains("One more scenario failed for the same cause", html, StringComparison.Ordinal);
    }

    [Fact]
    public void One_cluster_that_does_not_start_beside_others_is_its_scenarios_failure()
    {
        var script = Script().Run(One, PASSED, PASSED);
        var run = script.Start(Two).Step(Two, 0, FAILED, NoImage).Note(Two, NoCluster).End(Two).Finished(success: false).Load();

        Assert.Empty(run.Problems);
        Assert.Single(RunSummary.Of(run).Failures);
    }

    [Fact]
    public async Task A_run_interrupted_half_way_says_so_and_names_what_was_running()
    {
        var run = Script().Run(One, PASSED, PASSED).Start(Two).Step(Two, 0, PASSED).Load();
        var html = await RenderAsync(run);

        Assert.Contains("This run is incomplete", html, StringComparison.Ordinal);
        Assert.Contains("the run was interrupted", html, StringComparison.Ordinal);
        Assert.Contains("interrupted: the run ended before this scenario did", html, StringComparison.Ordinal);
        Assert.Contains("data-status=\"interrupted\"", html, StringComparison.Ordinal);
        Assert.Contains("data-status=\"passed\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_cut_at_any_place_still_give_a_report_that_says_so()
    {
        var bytes = Script().Run(One, PASSED, FAILED).Run(Two, PASSED, PASSED).Finished(success: false).ToBytes();
        for (var length = 0; length < bytes.Length - 1; length += 97)
        {
            var html = await RenderAsync(MessageScript.Load(bytes[..length]));
            Assert.True(html.Contains("This run is incomplete", StringComparison.Ordinal), $"cut after {length} bytes");
        }

        var middle = await RenderAsync(MessageScript.Load(bytes[..^20]));
        Assert.Contains("the messages end in the middle of line", middle, StringComparison.Ordinal);
        Assert.Contains("<h1>1 of 2 scenarios failed</h1>", middle, StringComparison.Ordinal);
    }

    private static MessageScript Script() =>
        MessageScript.Started().Feature(Uri, "Scheduler", ("one", ["a", "b"]), ("two", ["c", "d"]));

    private static async Task<string> RenderAsync(TestRun run)
    {
        using var stream = new MemoryStream();
        await HtmlReport.WriteAsync(run, stream, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
