using System.Text.Json.Nodes;
using Estaleiro.Reports.Mutants;
using Xunit;

namespace Estaleiro.Reports.Tests.Mutants;

public sealed class MutationRunTests
{
    private const string First = "features/01-etcd/Etcd.feature › first";
    private const string Second = "features/01-etcd/Etcd.feature › second";

    private static readonly MutationRun Run = new(
        [
            Mutant("a", MutantState.Killed, "argument", "first"),
            Mutant("b", MutantState.Killed, "api", "first", "second"),
            Mutant("c", MutantState.Survived, "api"),
            Mutant("d", MutantState.TimedOut, "api"),
            Mutant("e", MutantState.Equivalent, "api"),
            Mutant("f", MutantState.Invalid, "node"),
            Mutant("g", MutantState.NotHere, "node"),
        ],
        [First, Second, "features/01-etcd/Etcd.feature › third"]);

    [Fact]
    public void Only_killed_survived_and_timed_out_mutants_count() => Assert.Equal("2 of 4 (50 %)", Run.Score.ToString());

    [Fact]
    public void Each_kind_has_its_score() => Assert.Equal(
        ["api: 1 of 3 (33.3 %)", "argument: 1 of 1 (100 %)", "node: none"], Run.ByKind.Select(entry => $"{entry.Name}: {entry.Score}"));

    [Fact]
    public void The_matrix_shows_who_noticed_what_and_what_nobody_did()
    {
        Assert.Equal(["a b", "b", ""], Run.ByScenario.Select(entry => string.Join(' ', entry.Mutants.Select(mutant => mutant.Name))));
        Assert.Equal(["features/01-etcd/Etcd.feature › third"], Run.NeverRed);
        Assert.Equal(["a"], Run.SingleKillers.Select(mutant => mutant.Name));
    }

    [Fact]
    public async Task The_page_holds_each_story_beside_the_words_of_the_failure()
    {
        using var stream = new MemoryStream();
        await MutationReport.WriteAsync(Run, stream, CancellationToken.None);
        var html = System.Text.Encoding.UTF8.GetString(stream.ToArray());

        Assert.Contains("<h1>2 of 4 (50 %) killed</h1>", html, StringComparison.Ordinal);
        Assert.Contains("Story of a", html, StringComparison.Ordinal);
        Assert.Contains("words of first", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_lists_survivors_and_words()
    {
        var text = MutationMarkdown.Of(Run);

        Assert.StartsWith("# Mutants: 2 of 4 (50 %) killed\n", text, StringComparison.Ordinal);
        Assert.Contains("## Survived (1)\n", text, StringComparison.Ordinal);
        Assert.Contains("| a | etcd | Story of a. | first: words of first |\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Strykers_format_has_every_mutant_with_its_killers()
    {
        var report = JsonNode.Parse(StrykerReport.Of(Run, _ => "story: A.\nway: {}\n"))!;
        var mutant = report["files"]!["fixtures/mutants/b.yaml"]!["mutants"]![0]!;

        Assert.Equal("Killed", (string?)mutant["status"]);
        Assert.Equal([First, Second], mutant["killedBy"]!.AsArray().Select(name => (string?)name));
        Assert.Equal("""{"line":2,"column":8}""", mutant["location"]!["end"]!.ToJsonString());
        Assert.Equal(
            ["Killed", "Killed", "Survived", "Timeout", "Ignored", "RuntimeError", "Ignored"],
            report["files"]!.AsObject().Select(file => (string?)file.Value!["mutants"]![0]!["status"]));
        Assert.Equal(3, report["testFiles"]!["features/01-etcd/Etcd.feature"]!["tests"]!.AsArray().Count);
    }

    [Fact]
    public void The_baseline_keeps_what_did_not_run_and_forgets_what_is_gone()
    {
        var before = new Dictionary<string, BaselineEntry> { ["gone"] = new("killed", null, null, []), ["later"] = new("survived", null, null, []) };

        var after = MutationBaseline.With(before, Run, ["a", "b", "c", "d", "e", "f", "g", "later"]);

        Assert.Equal(["a", "b", "c", "d", "e", "f", "g", "later"], after.Keys);
        Assert.Equal([First, Second], after["b"].Red);
    }

    private static MutantResult Mutant(string name, MutantState state, string kind, params string[] killers) => new()
    {
        Name = name,
        Story = $"Story of {name}.",
        Component = "etcd",
        Kind = kind,
        File = $"fixtures/mutants/{name}.yaml",
        State = state,
        Kills = [.. killers.Select(killer => new MutantKill("Etcd", killer, "features/01-etcd/Etcd.feature", 3, "Then it is so", $"words of {killer}\nmore"))],
    };
}
