using System.Text;
using System.Text.RegularExpressions;
using Estaleiro.Reports.Html;
using Estaleiro.Reports.Model;
using Io.Cucumber.Messages.Types;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Reports.Tests;

public sealed partial class HtmlReportTests
{
    private const string Uri = MessageScript.Uri;

    private static readonly string[] Steps = ["a"];
    private static readonly string One = MessageScript.Id(Uri, "one");
    private static readonly string Two = MessageScript.Id(Uri, "two");

    [Fact]
    public async Task A_failure_comes_first_with_its_cause_and_leads_to_its_scenario()
    {
        var html = await RenderAsync(Script().Run(One, PASSED).Start(Two).Step(Two, 0, FAILED, "expected 2 pods\nfound 1").End(Two).Finished(success: false));

        Assert.Contains("<h1>1 of 2 scenarios failed</h1>", html, StringComparison.Ordinal);
        var failures = html.IndexOf("Failures", StringComparison.Ordinal);
        Assert.InRange(failures, 1, html.IndexOf("Map of the cluster", StringComparison.Ordinal));
        Assert.InRange(html.IndexOf("found 1", StringComparison.Ordinal), failures, html.IndexOf("Map of the cluster", StringComparison.Ordinal));
        var target = LinkOfFailure().Match(html).Groups["id"].Value;
        Assert.Contains($"id=\"{target}\" data-status=\"failed\"", html, StringComparison.Ordinal);
        Assert.Contains("class=\"box failed\" aria-label=\"Scheduler: 1 passed, 1 failed, 0 skipped\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_fetched_and_what_a_cluster_says_is_text()
    {
        var script = Script().Run(One, PASSED).Start(Two);
        script.Attach(Two, null, "$ kubectl get pods # <script>alert(1)</script>");
        script.Step(Two, 0, FAILED, "<img src=x onerror=alert(1)>").End(Two).Finished(success: false);

        var html = await RenderAsync(script);

        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Single(Scripts().Matches(html));
        Assert.DoesNotMatch(Fetches(), html);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_not_whole_says_so()
    {
        var bytes = Script().Run(One, PASSED).Start(Two).ToBytes()[..^9];

        var html = await RenderAsync(MessageScript.Load(bytes));

        Assert.Contains("This run is incomplete", html, StringComparison.Ordinal);
        Assert.Contains("header class=\"red\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_any_scenario_has_a_report()
    {
        var html = await RenderAsync(MessageScript.Started().Finished(success: false, message: "no cluster came up"));

        Assert.Contains("header class=\"red\"", html, StringComparison.Ordinal);
        Assert.Contains("no cluster came up", html, StringComparison.Ordinal);
        Assert.DoesNotContain("outages-title", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clusters_outcomes_commands_and_sounds_are_shown_where_they_belong()
    {
        var script = Script().Start(One);
        script.Attach(One, "01-cluster-estaleiro-ab12.json", """{"name":"estaleiro-ab12","kubernetes":"1.20.2","provider":"k3s","image":"my/k3s:1","nodes":["node1","node2"],"missing":{"ipvs":"no module"}}""");
        script.Attach(One, "02-outcome.yaml", "placement: node2");
        script.Attach(One, null, "$ kubectl get pods");
        script.Add(Envelope.Create(new Attachment("UklGRg==", AttachmentContentEncoding.BASE64, "mario.wav", "audio/wav", null, One, null, null, null, null, script.Now())));
        script.Step(One, 0, PASSED).End(One).Run(Two, PASSED).Finished();

        var html = await RenderAsync(script);

        Assert.Contains("Kubernetes 1.20.2, 2 nodes (node1, node2), provider k3s, image", html, StringComparison.Ordinal);
        Assert.Contains("Cluster estaleiro-ab12", html, StringComparison.Ordinal);
        Assert.Contains("<code>ipvs</code>: no module", html, StringComparison.Ordinal);
        Assert.Contains("<summary>Outcome</summary>", html, StringComparison.Ordinal);
        Assert.Contains("$ kubectl get pods", html, StringComparison.Ordinal);
        Assert.Contains("src=\"data:audio/wav;base64,UklGRg==\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_scenarios_with_much_evidence_stay_under_ten_megabytes()
    {
        var names = Enumerable.Range(0, 200).Select(number => $"scenario {number}").ToList();
        var script = MessageScript.Started().Feature(Uri, "Scheduler", [.. names.Select(name => (name, Steps))]);
        foreach (var id in names.Select(name => MessageScript.Id(Uri, name)))
        {
            script.Start(id);
            script.Attach(id, "kubelet.log", new string('x', 200_000));
            script.Step(id, 0, PASSED).End(id);
        }

        var html = await RenderAsync(script.Finished());

        Assert.InRange(Encoding.UTF8.GetByteCount(html), 200 * 10_000, 10 * 1024 * 1024);
        Assert.Contains("characters omitted", html, StringComparison.Ordinal);
    }

    private static MessageScript Script() =>
        MessageScript.Started().Feature(Uri, "Scheduler", ("one", ["a"]), ("two", ["b"]));

    private static Task<string> RenderAsync(MessageScript script) => RenderAsync(script.Load());

    private static async Task<string> RenderAsync(TestRun run)
    {
        using var stream = new MemoryStream();
        await HtmlReport.WriteAsync(run, stream, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [GeneratedRegex("<article class=\"failure\">\\s*<h3><a href=\"#(?<id>s\\d+)\">")]
    private static partial Regex LinkOfFailure();

    [GeneratedRegex("<script")]
    private static partial Regex Scripts();

    [GeneratedRegex("(src|href)=\"(?!#|data:|https://kubernetes\\.io/)|@import|url\\(")]
    private static partial Regex Fetches();
}
