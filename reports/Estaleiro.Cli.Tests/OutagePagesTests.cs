using Estaleiro.Cli.Running;
using Estaleiro.Cli.Tests.Fakes;
using Xunit;

namespace Estaleiro.Cli.Tests;

public sealed class OutagePagesTests : IDisposable
{
    private const string Snapshot = """
        scheduler: |
          capability        state   when      why
          a new pod runs    fails   at once   nobody chooses a node
          a name resolves   works   never
        """;

    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task The_kits_own_pages_are_those_of_its_snapshots() =>
        Assert.Empty(await StaleAsync(Repository.Find(AppContext.BaseDirectory)));

    [Fact]
    public async Task The_command_writes_the_matrix_and_the_workshops_answers()
    {
        Write("12-outages/SchedulerDown.feature", "Feature: Scheduler down\n  Where does a new pod run?\n\n  Scenario: one\n    Given a\n");
        Write("12-outages/SchedulerDown.One.verified.yaml", Snapshot);
        Write("workshop/en/outages.md", "<!-- outage: scheduler --><!-- end -->\n");

        Assert.Equal(["12-outages/README.md", "workshop/en/outages.md"], await StaleAsync(cli.Repository));
        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("report", "outages"));
        Assert.Empty(await StaleAsync(cli.Repository));
        Assert.Equal("Written: features/12-outages/README.md\nWritten: features/workshop/en/outages.md\n", cli.Output);
        Assert.Contains("\n## scheduler\n\nWhere does a new pod run?\n", Read("12-outages/README.md"), StringComparison.Ordinal);
        Assert.Contains("| a new pod runs | ✗ at once | nobody chooses a node |\n", Read("12-outages/README.md"), StringComparison.Ordinal);
        Assert.Contains("✗ a new pod runs (fails at once): nobody chooses a node\n", Read("workshop/en/outages.md"), StringComparison.Ordinal);

        // A snapshot that changes makes both stale.
        Write("12-outages/SchedulerDown.One.verified.yaml", Snapshot.Replace("nobody", "no one", StringComparison.Ordinal));
        Assert.Equal(["12-outages/README.md", "workshop/en/outages.md"], await StaleAsync(cli.Repository));
    }

    [Fact]
    public async Task Without_snapshots_or_with_a_bad_one_it_is_one_line_and_2()
    {
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("report", "outages"));
        Write("12-outages/A.b.verified.yaml", "placement: node1\n");
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("report", "outages"));

        Assert.Equal(
            "features/12-outages has no snapshots. Run its features, then ./run.sh accept.\n"
            + "A.b.verified.yaml, 'placement' is no table with the columns capability, state, when, why: it has no 'capability'.\n",
            cli.Error);
        Assert.False(File.Exists(Path.Combine(cli.Repository.Features, "12-outages", "README.md")));
    }

    /// <summary>The pages that are not what the snapshots make of them. To write them: <c>./run.sh report outages</c>.</summary>
    private static async Task<IReadOnlyList<string>> StaleAsync(Repository repository)
    {
        var pages = await OutagePages.OfAsync(repository, CancellationToken.None);
        return
        [
            .. pages.Where(page => !File.Exists(page.Key) || File.ReadAllText(page.Key).ReplaceLineEndings("\n") != page.Value)
                .Select(page => Path.GetRelativePath(repository.Features, page.Key).Replace('\\', '/')),
        ];
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(cli.Repository.Features, path));

    private void Write(string path, string text)
    {
        var file = Path.Combine(cli.Repository.Features, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
