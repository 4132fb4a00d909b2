using System.Management.Automation.Language;
using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Reports.Tests;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Theory]
    [InlineData("Unknown option '--tgas'. Did you mean '--tags'?", "--tgas", "@x")]
    [InlineData("Unknown command 'lst'. Did you mean 'list'?", "lst")]
    [InlineData("Unknown option '--bogus'. './run.sh list --help'", "list", "--bogus")]
    [InlineData("Unknown option '--bogus'. './run.sh image build --help'", "image", "build", "--bogus")]
    [InlineData("Unknown argument 'extra'.", "doctor", "extra")]
    [InlineData("--parallel takes a whole number of at least 1, not '0'.", "--parallel", "0")]
    [InlineData("--parallel takes a whole number of at least 1, not 'two'.", "run", "--parallel", "two")]
    [InlineData("--timeout-scale takes a number greater than 0, such as 2 or 1.5, not '-1'.", "--timeout-scale=-1")]
    [InlineData("--timeout-scale takes a number greater than 0, such as 2 or 1.5, not '1,5'.", "--timeout-scale", "1,5")]
    [InlineData("--cluster takes k3s or kubeconfig, not 'kind'.", "--cluster", "kind")]
    [InlineData("--cgroupns takes private or host, not 'x'.", "--cgroupns", "x")]
    [InlineData("--context selects an existing cluster and cannot be combined with --cluster k3s.", "--cluster", "k3s", "--context", "a")]
    [InlineData("--allow takes node-labels, hollow-nodes and node-rules, not 'outages'.", "--context", "a", "--allow", "outages")]
    [InlineData("--allow is for an existing cluster: name it with --context.", "--allow", "node-labels")]
    [InlineData("Required argument missing for option: '--tags'.", "--tags")]
    public async Task What_is_wrong_with_the_arguments_is_one_line_with_a_hint(string message, params string[] arguments)
    {
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync(arguments));
        var line = Assert.Single(cli.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith(message, line, StringComparison.Ordinal);
        Assert.EndsWith("--help' shows the usage.", line, StringComparison.Ordinal);
        Assert.Empty(cli.Output);
        Assert.Empty(cli.Processes.Requests);
    }

    [Fact]
    public async Task What_nobody_thought_of_is_one_line_and_a_file_that_has_the_rest()
    {
        cli.Processes.Build = _ => throw new InvalidOperationException("boom\nsecond line");

        Assert.Equal(ExitCode.Environment, await cli.InvokeAsync());
        var line = Assert.Single(cli.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("Unexpected InvalidOperationException: boom second line Details: ", line, StringComparison.Ordinal);
        var log = line.Split("Details: ")[1];
        try
        {
            Assert.Contains("   at ", await File.ReadAllTextAsync(log), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(log);
        }
    }

    [Fact]
    public async Task Verbose_shows_the_stack_trace()
    {
        cli.Processes.Build = _ => throw new InvalidOperationException("boom");

        Assert.Equal(ExitCode.Environment, await cli.InvokeAsync("--verbose"));
        Assert.Contains("   at ", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_shows_places_own_tags_and_counts()
    {
        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("list"));
        Assert.Contains("Etcd: where is it kept?  @etcd\n  features/01-etcd/keys.feature:3  key  @slow\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("tags: @etcd (2)  @scheduler (2)  @slow (1)\n", cli.Output, StringComparison.Ordinal);
        Assert.EndsWith("2 features, 4 scenarios\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_keeps_to_its_tags()
    {
        await cli.InvokeAsync("list", "--tags", "@slow");

        Assert.Contains("keys.feature:3", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("keys.feature:8", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Scheduler", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accept_takes_what_was_received_and_lists_it()
    {
        var folder = Directory.CreateDirectory(Path.Combine(cli.Repository.Features, "01-etcd")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "Keys.Key.received.yaml"), "new");
        await File.WriteAllTextAsync(Path.Combine(folder, "Keys.Key.verified.yaml"), "old");
        await File.WriteAllTextAsync(Path.Combine(folder, "Keys.Revision.received.yaml"), "of an earlier run");
        await File.WriteAllTextAsync(Path.Combine(folder, "Keys.Renamed.received.yaml"), "of no scenario");
        Received("features/01-etcd/Keys.Key.received.yaml", "features/01-etcd/Keys.Renamed.received.yaml", "features/01-etcd/Keys.Gone.received.yaml");
        cli.Features.All[0] = cli.Features.All[0] with
        {
            Scenarios = [.. cli.Features.All[0].Scenarios.Select(known => known with { Snapshot = $"features/01-etcd/Keys.{char.ToUpperInvariant(known.Name[0])}{known.Name[1..]}" })],
        };

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("accept"));
        Assert.Equal("new", await File.ReadAllTextAsync(Path.Combine(folder, "Keys.Key.verified.yaml")));
        Assert.Equal(
            """
            left out features/01-etcd/Keys.Renamed.received.yaml: no scenario has this name
            left out features/01-etcd/Keys.Revision.received.yaml: an earlier run received it, not the last one
            accepted features/01-etcd/Keys.Key.verified.yaml
            1 snapshot accepted. Review it before you commit it.

            """.ReplaceLineEndings("\n"),
            cli.Output);
    }

    [Fact]
    public async Task A_dry_run_refuses_snapshots_of_no_scenario_and_features_that_cannot_find_theirs()
    {
        var folder = Directory.CreateDirectory(Path.Combine(cli.Repository.Features, "01-etcd")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "Keys.Renamed.verified.yaml"), "old");

        cli.Features.All[0] = cli.Features.All[0] with { FileProblem = "features/01-etcd/keys.feature:1: of another name" };

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("--dry-run"));
        Assert.Equal("features/01-etcd/keys.feature:1: of another name\nfeatures/01-etcd/Keys.Renamed.verified.yaml: no scenario has this snapshot. Rename it with its scenario, or delete it.\n", cli.Error);
    }

    private void Received(params string[] files)
    {
        Directory.CreateDirectory(cli.Repository.Out);
        File.WriteAllLines(Path.Combine(cli.Repository.Out, "received.txt"), files.Select(file => Path.Combine(cli.Repository.Root, file)));
    }

    [Fact]
    public async Task Report_tells_a_run_again_from_its_messages()
    {
        var script = MessageScript.Started().Feature(MessageScript.Uri, "Scheduler", ("one", ["a"]));
        await File.WriteAllBytesAsync(
            Path.Combine(cli.Repository.Root, "messages.ndjson"),
            script.Run(MessageScript.Id(MessageScript.Uri, "one"), FAILED).Finished(success: false).ToBytes());

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("report", cli.Repository.Root));
        Assert.Contains("Failed: Scheduler › one", cli.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(cli.Repository.Root, "junit.xml")));
        Assert.Contains("1 of 1 scenarios failed", await File.ReadAllTextAsync(Path.Combine(cli.Repository.Root, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_of_nothing_is_one_line()
    {
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("report", "nowhere.ndjson"));
        Assert.StartsWith("File nowhere.ndjson does not exist.", Assert.Single(cli.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_front_doors_start_the_same_program_with_the_same_arguments()
    {
        var root = Repository.Find(AppContext.BaseDirectory).Root;
        var script = Parser.ParseFile(Path.Combine(root, "run.ps1"), out _, out var errors);
        Assert.Empty(errors);
        var start = Assert.Single(
            script.FindAll(node => node is CommandAst command && command.GetCommandName() == "dotnet", true).Cast<CommandAst>());
        var powerShell = start.CommandElements.Select(element => element.Extent.Text).ToList();
        var exit = script.FindAll(node => node is ExitStatementAst, true).Last();
        Assert.Equal("exit $LASTEXITCODE", exit.Extent.Text);

        var line = File.ReadAllLines(Path.Combine(root, "run.sh")).Single(text => text.StartsWith("exec ", StringComparison.Ordinal));
        var shell = line["exec ".Length..].Split(' ').ToList();

        Assert.Equal("@args", powerShell[^1]);
        Assert.Equal("\"$@\"", shell[^1]);
        Assert.Equal(shell[..^1], powerShell[..^1]);
        Assert.Equal("\"$here/reports/Estaleiro.Cli\"", shell[shell.IndexOf("--project") + 1]);
    }
}
