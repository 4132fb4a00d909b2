using System.Text;
using Estaleiro.Contract;
using Estaleiro.Contract.Outages;
using Estaleiro.Reports.Markdown;
using Estaleiro.Reports.Outages;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Reports.Tests;

public sealed class OutageMatrixTests : IDisposable
{
    private const string Uri = "features/12-outages/Outages.feature";

    private static readonly OutageRow Scheduler = new(
        "scheduler",
        "stopped",
        [
            Works("a service answers"),
            Works("an object is read"),
            new("a new pod runs", CapabilityState.Fails, TimeClass.AtOnce, "Nobody chooses | a node.", "kubectl get pods"),
            Works("a crashed container is restarted"),
            Works("exec and logs"),
        ],
        12.5,
        3);

    private static readonly OutageRow ApiServer = new(
        "API server",
        "frozen",
        [
            new("a service answers", CapabilityState.Works, TimeClass.Never, "", "", new SampleCount(240, 3, 0.1, 9.75)),
            new("a name resolves", CapabilityState.Frozen, TimeClass.AtOnce, "It knows what it knew.", "nslookup web"),
            Fails("an object is read", TimeClass.AtOnce),
            Fails("an object is written", TimeClass.AtOnce),
            Fails("a new pod runs", TimeClass.AtOnce),
            Fails("a leader election is held", TimeClass.WithinLease),
            new("exec and logs", CapabilityState.NotMeasured, TimeClass.Never, "needs the API", ""),
        ],
        20,
        null);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("estaleiro-outages-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_runs_rows_are_in_the_order_of_its_scenarios_and_capabilities_in_that_of_the_catalogue()
    {
        var matrix = Run(Scheduler.ToJson(), ApiServer.ToJson(), """{"component":"x"}""");

        Assert.Equal(["scheduler, stopped", "API server, frozen"], matrix.Rows.Select(row => row.Title));
        Assert.Equal(
            [
                "Traffic: a service answers, a name resolves",
                "API: an object is read, an object is written, a leader election is held",
                "Workloads: a new pod runs, a crashed container is restarted",
                "People: exec and logs",
            ],
            matrix.Groups.Select(group => $"{group.Name}: {string.Join(", ", group.Capabilities)}"));
        Assert.Equal("scenario 0", matrix.Rows[0].Scenario!.Name);
        Assert.Equal("3 of 240 failed, first after 0.1 s, last after 9.8 s", OutageWords.Of(matrix.Rows[1]["a service answers"]!.Samples!));
    }

    [Fact]
    public void What_few_components_take_along_is_told_first()
    {
        var matrix = Run(Scheduler.ToJson(), ApiServer.ToJson());

        Assert.Equal(
            "✗ Lost at once: a new pod runs. ✓ Goes on: traffic, API requests, people's commands, workloads (1 of 2).",
            OutageMarkdown.Story(matrix, matrix.Rows[0]));
        Assert.Equal(
            "✗ Lost at once: an object is read; an object is written; a new pod runs. ✗ Lost when the lease ran out: a leader election is held. "
            + "❄ Frozen: a name resolves. ✓ Goes on: traffic (1 of 2).",
            OutageMarkdown.Story(matrix, matrix.Rows[1]));
    }

    [Theory]
    [InlineData("Traffic", "a Service answers over a new connection", "a name resolves", "an Ingress is served", "an unready pod leaves its service")]
    [InlineData("API", "read one", "reading one object", "list from cache", "an object is written", "a watch hears", "a leader election is held")]
    [InlineData("Workloads", "running pods go on", "a new pod runs", "a crashed container is restarted", "scaling", "a CronJob fires", "a rollout goes on")]
    [InlineData("Nodes", "a dead node is noticed and its pods are replaced")]
    [InlineData("People", "exec", "logs", "a CSR is signed", "kubectl says what is wrong")]
    public void A_capability_belongs_to_the_group_that_its_words_name(string group, params string[] capabilities) =>
        Assert.All(capabilities, capability => Assert.Equal(group, CapabilityGroup.NameOf(capability)));

    [Fact]
    public void The_jobs_summary_has_the_matrix_and_stays_within_its_limit()
    {
        var run = Script(Scheduler.ToJson(), ApiServer.ToJson()).Load();

        var text = MarkdownSummary.Of(run);
        Assert.Contains(
            "\n| when this is down | scheduler, stopped | API server, frozen |\n| --- | :-: | :-: |\n| **Traffic** |  |  |\n",
            text, StringComparison.Ordinal);
        Assert.Contains("\n| a new pod runs | ✗ at once | ✗ at once |\n", text, StringComparison.Ordinal);
        Assert.Contains("\n- **scheduler, stopped** ✗ Lost at once: a new pod runs. ✓ Goes on: ", text, StringComparison.Ordinal);

        var cut = MarkdownSummary.Of(Script([.. Enumerable.Repeat(ApiServer.ToJson(), 40)]).Load(), MarkdownSummary.LeastBytes);
        Assert.InRange(Encoding.UTF8.GetByteCount(cut), 1, MarkdownSummary.LeastBytes);
        Assert.Contains("\nThe table was omitted; report.html has it.\n", cut, StringComparison.Ordinal);
        Assert.Matches(@"\n… \d+ more components omitted; report.html has everything.\n", cut);
        Assert.DoesNotContain("What each component is for", MarkdownSummary.Of(Script().Load()), StringComparison.Ordinal);
    }

    [Fact]
    public void Snapshots_are_rows()
    {
        Write("SchedulerDown.NobodyDecides.verified.yaml", """
            scheduler stopped: |
              capability             state    when                     why
              a new pod runs         fails    at once                  nobody chooses a node
              a name resolves        frozen   within the lease         it is old
              exec and logs          –        –                        not asked
              a service answers      Works    never
              a pod is replaced      ✗        after the grace period   it was lost
            afterwards: everything works again
            """);

        var (feature, row) = Assert.Single(OutageSnapshots.Read(folder.FullName));
        Assert.Equal("SchedulerDown", feature);
        Assert.Equal("scheduler stopped", row.Title);
        Assert.Equal(
            [
                new OutageCell("a new pod runs", CapabilityState.Fails, TimeClass.AtOnce, "nobody chooses a node", ""),
                new OutageCell("a name resolves", CapabilityState.Frozen, TimeClass.WithinLease, "it is old", ""),
                new OutageCell("exec and logs", CapabilityState.NotMeasured, TimeClass.Never, "not asked", ""),
                new OutageCell("a service answers", CapabilityState.Works, TimeClass.Never, "", ""),
                new OutageCell("a pod is replaced", CapabilityState.Fails, TimeClass.AfterGracePeriod, "it was lost", ""),
            ],
            row.Cells);
    }

    [Theory]
    [InlineData("placement: node1", "A.b.verified.yaml, 'placement' is no table with the columns capability, state, when, why: it has no 'capability'.")]
    [InlineData("x: |\n  capability   state   when      why\n  exec         maybe   at once   because", "A.b.verified.yaml, 'x': 'maybe' is no state of a capability.")]
    [InlineData("x: |\n  capability   state   when   why\n  exec         fails   soon   because", "A.b.verified.yaml, 'x': 'soon' is no time class.")]
    [InlineData("", "A.b.verified.yaml is empty.")]
    [InlineData("x: [", "A.b.verified.yaml, line 2: ")]
    public void A_snapshot_that_is_no_row_says_why(string yaml, string message)
    {
        Write("A.b.verified.yaml", yaml);

        var exception = Assert.Throws<InvalidDataException>(() => OutageSnapshots.Read(folder.FullName));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_has_table_descriptions_and_reasons()
    {
        var row = Run(Scheduler.ToJson()).Rows[0];

        var page = OutagePage.Of([("Who decides where a pod runs?", row)]);

        Assert.Contains("\n| when this is down | [scheduler, stopped](#scheduler-stopped) |\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## scheduler, stopped\n\nWho decides where a pod runs?\n\n✗ **Lost at once:** a new pod runs  \n✓ **Goes on:** ", page, StringComparison.Ordinal);
        Assert.EndsWith(
            "\n| capability | | why | by hand |\n|---|---|---|---|\n| a new pod runs | ✗ at once | Nobody chooses \\| a node. | `kubectl get pods` |\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "- ✗ a new pod runs (fails at once): Nobody chooses \\| a node.\n- ✓ 4 of 5 go on\n", "Not measured yet.")]
    [InlineData(true, "- ✗ a new pod runs (para na hora): Nobody chooses \\| a node.\n- ✓ 4 de 5 continuam\n", "Ainda não medido.")]
    public void Answers_are_written_between_their_marks_again_and_again(bool portuguese, string answer, string nothing)
    {
        const string Page = "one\n<!-- outage: Scheduler -->\nold\n<!-- end -->\ntwo\n<!-- outage: kubelet -->\n<!-- end -->\n";
        var matrix = Run(Scheduler.ToJson());

        var filled = OutagePage.FillAnswers(Page, matrix, portuguese);

        Assert.Equal(
            $"one\n<!-- outage: Scheduler -->\n\n**scheduler, stopped**\n\n{answer}\n<!-- end -->\ntwo\n<!-- outage: kubelet -->\n\n{nothing}\n\n<!-- end -->\n", filled);
        Assert.Equal(filled, OutagePage.FillAnswers(filled, matrix, portuguese));
    }

    private static OutageCell Works(string capability) => new(capability, CapabilityState.Works, TimeClass.Never, "", "");

    private static OutageCell Fails(string capability, TimeClass when) =>
        new(capability, CapabilityState.Fails, when, "It needs the API.", "kubectl get pods");

    private static OutageMatrix Run(params string[] rows) => OutageMatrix.Of(Script(rows).Load());

    private static MessageScript Script(params string[] rows)
    {
        var names = rows.Select((_, index) => $"scenario {index}").ToList();
        var script = MessageScript.Started().Feature(Uri, "Outages", [.. names.Select(name => (name, (string[])["a"]))]);
        foreach (var (name, row) in names.Zip(rows))
        {
            var id = MessageScript.Id(Uri, name);
            script.Start(id).Attach(id, EvidenceNames.FileName(3, EvidenceNames.Outage), row).Step(id, 0, PASSED).End(id);
        }

        return script.Finished();
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);
}
