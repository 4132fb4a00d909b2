using System.Text.RegularExpressions;
using System.Xml.Linq;
using Estaleiro.Cli.Processes;
using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Contract;
using Estaleiro.Reports.Tests;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Cli.Tests;

public sealed partial class RunTests : IDisposable
{
    private const string Uri = MessageScript.Uri;

    private static readonly string One = MessageScript.Id(Uri, "one");
    private static readonly string Two = MessageScript.Id(Uri, "two");

    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task A_green_run_ends_with_0_and_leaves_its_reports()
    {
        Plays(Script().Run(One, PASSED).Run(Two, PASSED).Finished());

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("--tags", "@scheduler"));
        Assert.Contains("[1/2] passed   Scheduler (who & where?) › one", cli.Output, StringComparison.Ordinal);
        Assert.Contains("2 passed, 0 failed, 0 skipped in ", cli.Output, StringComparison.Ordinal);
        Assert.Empty(cli.Error);
        Assert.Equal(2, XDocument.Load(Path.Combine(cli.Latest, "junit.xml")).Descendants("testcase").Count());
        Assert.Contains("All 2 scenarios passed", File.ReadAllText(Path.Combine(cli.Latest, "report.html")), StringComparison.Ordinal);
        Assert.Equal("said by dotnet test", File.ReadAllText(Path.Combine(cli.Latest, "dotnet-test.log")).Trim());
    }

    [Fact]
    public async Task The_test_process_gets_filter_folder_and_options()
    {
        Plays(Script().Run(One, PASSED).Run(Two, PASSED).Finished());

        await cli.InvokeAsync(
            "run", "--tags", "@scheduler", "--feature", "Scheduler (who & where?)", "--image", "my/k3s:1", "--parallel", "3",
            "--timeout-scale", "1.5", "--cgroupns", "host", "--cluster", "k3s");

        var request = cli.Processes.Request("test");
        Assert.StartsWith(cli.Repository.SpecCopies, request.Arguments[1], StringComparison.Ordinal);
        Assert.Equal(
            @"(Category=scheduler)&(FeatureTitle=Scheduler \(who \& where?\))", request.Arguments[request.Arguments.ToList().IndexOf("--filter") + 1]);
        Assert.Equal(["--", "xUnit.MaxParallelThreads=3"], request.Arguments.TakeLast(2));
        Assert.Equal(
            ("k3s", "my/k3s:1", "host", "1.5"),
            (request.Environment["ESTALEIRO_CLUSTER"], request.Environment["ESTALEIRO_IMAGE"],
                request.Environment["ESTALEIRO_CGROUPNS"], request.Environment["ESTALEIRO_TIMEOUT_SCALE"]));
        var folder = request.Environment[EnvironmentVariables.Out]!;
        Assert.EndsWith("-" + request.Environment["ESTALEIRO_RUN_ID"], folder, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(folder, "messages.ndjson"), request.Environment[EnvironmentVariables.Messages]);
        Assert.Equal(Path.Combine(folder, RunFiles.Progress), request.Environment[EnvironmentVariables.Progress]);
        Assert.Equal([request.Environment["ESTALEIRO_RUN_ID"]!], cli.Environment.CleanedRuns);
    }

    [Fact]
    public async Task A_context_implies_the_existing_cluster()
    {
        Plays(Script().Run(One, PASSED).Run(Two, PASSED).Finished());

        await cli.InvokeAsync("--feature", "scheduler.feature", "--context", "staging");

        Assert.Equal("kubeconfig", cli.Processes.Request("test").Environment["ESTALEIRO_CLUSTER"]);
        Assert.Equal("staging", cli.Processes.Request("test").Environment["ESTALEIRO_CONTEXT"]);
    }

    [Fact]
    public async Task A_failure_is_told_with_its_cause_and_ends_with_1()
    {
        Plays(Script().Run(One, PASSED).Start(Two).Step(Two, 0, FAILED, "expected 2 pods\nfound 1").End(Two).Finished(success: false), exitCode: 1);

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--tags", "@scheduler"));
        Assert.Contains("Failed: Scheduler (who & where?) › two", cli.Output, StringComparison.Ordinal);
        Assert.Contains($"  {Uri}:7: When b\n  expected 2 pods\n  found 1\n", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("incomplete", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_for_want_of_a_cluster_are_the_environments()
    {
        var note = new FailureNote(IsForWantOfCluster: true, Cause: null);
        Plays(
            Script().Start(One).Step(One, 0, FAILED, "Docker is away").Note(One, note).End(One)
                .Start(Two).Step(Two, 0, FAILED, "Docker is away").Note(Two, note).End(Two).Finished(success: false),
            exitCode: 1);

        Assert.Equal(ExitCode.Environment, await cli.InvokeAsync("--tags", "@scheduler"));
        var summary = cli.Output[cli.Output.IndexOf("Failed:", StringComparison.Ordinal)..];
        Assert.Equal(2, summary.Split("Docker is away").Length);
    }

    [Fact]
    public async Task Skips_are_counted_and_listed_with_their_reason()
    {
        Plays(Script().Run(One, PASSED).Start(Two).Step(Two, 0, SKIPPED, "ipvs: no module").End(Two).Finished());

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("--tags", "@scheduler"));
        Assert.Contains("  1 × ipvs: no module\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("1 passed, 0 failed, 1 skipped", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_scenarios_than_selected_are_never_green()
    {
        Plays(Script().Run(One, PASSED).Finished());

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--tags", "@scheduler"));
        Assert.Contains($"1 of 2 selected scenarios did not run: {Uri}:6", cli.Output, StringComparison.Ordinal);
        Assert.Contains("did not run", File.ReadAllText(Path.Combine(cli.Latest, "junit.xml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_process_that_died_is_never_green()
    {
        Plays(Script().Run(One, PASSED).Start(Two), exitCode: 134, "The active test run was aborted. Reason: Test host process crashed");

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--tags", "@scheduler"));
        Assert.Contains("the run was interrupted", cli.Output, StringComparison.Ordinal);
        Assert.Contains("Interrupted: Scheduler (who & where?) › two", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_process_that_told_nothing_is_never_green()
    {
        cli.Processes.Test = (_, line, _) =>
        {
            line("The active test run was aborted. Reason: no such file");
            return Task.FromResult(0);
        };

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--tags", "@scheduler"));
        Assert.Contains("the messages contain no run", cli.Output, StringComparison.Ordinal);
        Assert.Contains("2 of 2 selected scenarios did not run", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_process_that_fails_though_no_scenario_did_is_never_green()
    {
        Plays(Script().Run(One, PASSED).Run(Two, PASSED).Finished(), exitCode: 1, "error: a fixture could not be disposed");

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--tags", "@scheduler"));
        Assert.Contains("the test process ended with exit code 1: error: a fixture could not be disposed", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cut_messages_are_never_green()
    {
        var bytes = Script().Run(One, PASSED).Run(Two, PASSED).Finished().ToBytes()[..^20];
        cli.Processes.Test = async (request, _, _) =>
        {
            await File.WriteAllBytesAsync(request.Environment[EnvironmentVariables.Messages]!, bytes, CancellationToken.None);
            return 0;
        };

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--tags", "@scheduler"));
        Assert.Contains("the messages end in the middle of line", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_made_again_tells_what_never_started()
    {
        Plays(Script().Run(One, PASSED));
        await cli.InvokeAsync("--tags", "@scheduler");

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("report", cli.Latest));
        Assert.Contains("1 of 2 selected scenarios were not run", cli.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 2 selected scenarios were not run", await File.ReadAllTextAsync(Path.Combine(cli.Latest, "summary.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_tells_what_there_is_cleans_up_and_ends_with_130()
    {
        using var stop = new CancellationTokenSource();
        cli.Processes.Test = async (request, _, cancellationToken) =>
        {
            await WriteAsync(request, Script().Run(One, PASSED).Start(Two));
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        };

        Assert.Equal(ExitCode.Interrupted, await cli.InvokeAsync(stop.Token, "--tags", "@scheduler"));
        Assert.Contains("1 passed, 0 failed, 0 skipped, 1 interrupted", cli.Output, StringComparison.Ordinal);
        Assert.Contains("Interrupted: Scheduler (who & where?) › two", cli.Output, StringComparison.Ordinal);
        Assert.Single(cli.Environment.CleanedRuns);
    }

    [Fact]
    public async Task Progress_of_the_test_process_is_shown_while_it_runs()
    {
        cli.Processes.Test = async (request, _, _) =>
        {
            var notice = new TextNotice("cluster estaleiro-ab12: node1 Ready");
            await File.AppendAllTextAsync(request.Environment[EnvironmentVariables.Progress]!, notice.ToJson() + "\n", CancellationToken.None);
            await WriteAsync(request, Script().Run(One, PASSED).Run(Two, PASSED).Finished());
            return 0;
        };

        await cli.InvokeAsync("--tags", "@scheduler");

        Assert.Contains("cluster estaleiro-ab12: node1 Ready\n", cli.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--tags", "@nothing", "No scenario matches --tags \"@nothing\".")]
    [InlineData("--tags", "not a tag", "--tags \"not a tag\": not understood")]
    [InlineData("--feature", "missing.feature", "No feature file, folder or title matches 'missing.feature'.")]
    public async Task What_selects_nothing_is_one_line_and_2(string option, string value, string message)
    {
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync(option, value));
        Assert.StartsWith(message, Assert.Single(Lines(cli.Error)), StringComparison.Ordinal);
        Assert.Empty(cli.Processes.Requests);
        Assert.False(Directory.Exists(cli.Repository.Out));
    }

    [Theory]
    [InlineData("features/01-etcd", "Etcd")]
    [InlineData("01-etcd/", "Etcd")]
    [InlineData("features/01-etcd/keys.feature", "Etcd")]
    [InlineData("etcd: WHERE is it kept?", "Etcd")]
    [InlineData("where is it", "Etcd")]
    public async Task A_feature_is_found_by_file_folder_and_title(string wanted, string title)
    {
        await cli.InvokeAsync("--feature", wanted);

        Assert.Contains($"FeatureTitle={title}", string.Join(' ', cli.Processes.Request("test").Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feature_that_does_not_parse_ends_with_2_and_its_place()
    {
        cli.Features.Error = CliException.Usage("features/x.feature:12:3: expected: #StepLine");

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync());
        Assert.Equal("features/x.feature:12:3: expected: #StepLine", Assert.Single(Lines(cli.Error)));
    }

    [Fact]
    public async Task An_environment_that_is_not_there_ends_with_3_before_anything_is_built()
    {
        cli.Environment.Error = CliException.Environment("Docker is not installed: ./run.sh doctor --fix");

        Assert.Equal(ExitCode.Environment, await cli.InvokeAsync());
        Assert.Equal("Docker is not installed: ./run.sh doctor --fix", Assert.Single(Lines(cli.Error)));
        Assert.Empty(Directory.GetFileSystemEntries(cli.Repository.Out));
        Assert.Empty(cli.Processes.Requests);
    }

    [Fact]
    public async Task A_build_that_fails_at_a_feature_shows_its_place_once()
    {
        var feature = Path.Combine(cli.Repository.Root, "features", "x.feature");
        cli.Processes.Build = line =>
        {
            line($"{feature}(12,3): error GHERKIN: expected: #StepLine, got 'x' [/a/Estaleiro.Steps.csproj]");
            line($"{feature}(12,3): error GHERKIN: expected: #StepLine, got 'x' [/a/Estaleiro.Steps.csproj]");
            line("/a/Steps.cs(1,1): error CS0246: The type 'X' could not be found [/a/Estaleiro.Steps.csproj]");
            return 1;
        };

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync());
        Assert.Equal("features/x.feature:12:3: GHERKIN expected: #StepLine, got 'x'", Assert.Single(Lines(cli.Error)));
    }

    [Fact]
    public async Task Two_runs_of_one_clone_test_copies_of_their_own_and_leave_none()
    {
        var bothTest = new TaskCompletionSource();
        cli.Processes.Test = async (request, _, _) =>
        {
            if (cli.Processes.Requests.Count(other => other.Arguments[0] == "test") == 2)
            {
                bothTest.SetResult();
            }

            await bothTest.Task;
            Assert.Equal("built", await File.ReadAllTextAsync(request.Arguments[1], CancellationToken.None));
            await WriteAsync(request, Script().Run(One, PASSED).Run(Two, PASSED).Finished());
            return 0;
        };

        var codes = await Task.WhenAll(cli.InvokeAsync("--tags", "@scheduler"), cli.InvokeAsync("--tags", "@scheduler"));

        Assert.Equal([ExitCode.Green, ExitCode.Green], codes);
        Assert.Equal(2, cli.Processes.Requests.Where(request => request.Arguments[0] == "test").Select(request => request.Arguments[1]).Distinct().Count());
        Assert.Empty(Directory.GetDirectories(cli.Repository.SpecCopies));
    }

    [Fact]
    public async Task A_copy_whose_run_died_goes_with_the_next_run_and_one_in_use_stays()
    {
        var dead = Directory.CreateDirectory(Path.Combine(cli.Repository.SpecCopies, "dead"));
        var alive = Directory.CreateDirectory(Path.Combine(cli.Repository.SpecCopies, "alive"));
        await File.WriteAllTextAsync(dead.FullName + ".lock", "");
        using var held = new FileStream(alive.FullName + ".lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        Plays(Script().Run(One, PASSED).Run(Two, PASSED).Finished());

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("--tags", "@scheduler"));

        Assert.False(Directory.Exists(dead.FullName));
        Assert.True(Directory.Exists(alive.FullName));
    }

    [Fact]
    public void The_steps_are_built_for_the_framework_whose_folder_runs_copy()
    {
        var clone = Repository.Find(AppContext.BaseDirectory);
        var framework = XDocument.Load(Path.Combine(clone.Root, "Directory.Build.props")).Descendants("TargetFramework").Single().Value;

        Assert.Equal(framework, Path.GetFileName(clone.SpecBuild));
    }

    [Fact]
    public async Task A_restore_that_fails_is_the_environments()
    {
        cli.Processes.Build = line =>
        {
            line("/a/Estaleiro.Steps.csproj : error NU1301: Unable to load the service index [/a/Estaleiro.Steps.csproj]");
            return 1;
        };

        Assert.Equal(ExitCode.Environment, await cli.InvokeAsync());
        Assert.EndsWith("NU1301 Unable to load the service index", Assert.Single(Lines(cli.Error)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_folder_that_cannot_be_made_ends_with_3()
    {
        var file = Path.Combine(cli.Repository.Root, "file");
        await File.WriteAllTextAsync(file, "");

        Assert.Equal(ExitCode.Environment, await cli.InvokeAsync("--out", Path.Combine(file, "out")));
        Assert.Contains("Cannot write", Assert.Single(Lines(cli.Error)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_ends_with_3_and_still_tells_the_summary()
    {
        cli.Processes.Test = async (request, _, _) =>
        {
            await WriteAsync(request, Script().Run(One, PASSED).Run(Two, PASSED).Finished());
            Directory.CreateDirectory(Path.Combine(request.Environment[EnvironmentVariables.Out]!, "junit.xml"));
            return 0;
        };

        Assert.Equal(ExitCode.Environment, await cli.InvokeAsync("--tags", "@scheduler"));
        Assert.Contains("2 passed, 0 failed, 0 skipped", cli.Output, StringComparison.Ordinal);
        Assert.Contains("Cannot write", Assert.Single(Lines(cli.Error)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_of_another_run_are_not_overwritten()
    {
        Plays(Script().Run(One, PASSED).Run(Two, PASSED).Finished());
        var folder = Path.Combine(cli.Repository.Root, "mine");

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("--tags", "@scheduler", "--out", folder));
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("--tags", "@scheduler", "--out", folder));
        Assert.Contains("contains the results of another run", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_plain_dotnet_test_left_in_latest_is_kept_aside()
    {
        Directory.CreateDirectory(cli.Latest);
        await File.WriteAllTextAsync(Path.Combine(cli.Latest, "messages.ndjson"), "old");
        Plays(Script().Run(One, PASSED).Run(Two, PASSED).Finished());

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("--tags", "@scheduler"));
        Assert.NotNull(new DirectoryInfo(cli.Latest).LinkTarget);
        var aside = Assert.Single(Directory.GetDirectories(cli.Repository.Out, "*-dotnet-test"));
        Assert.Equal("old", await File.ReadAllTextAsync(Path.Combine(aside, "messages.ndjson")));
    }

    [Theory]
    [InlineData("NU1101", 1, "BuiltIn")]
    [InlineData("NU1102", 1, "BuiltIn")]
    [InlineData("", 0, "Verify")]
    public async Task The_snapshot_engine_is_asked_for_once_and_kept(string code, int exitCode, string expected)
    {
        cli.Processes.Restore = line =>
        {
            line($"error {code}: …");
            return exitCode;
        };
        Plays(Script().Run(One, PASSED).Run(Two, PASSED).Finished());

        await cli.InvokeAsync("--tags", "@scheduler");
        await cli.InvokeAsync("--tags", "@scheduler");

        Assert.Single(cli.Processes.Requests, request => request.Arguments[0] == "restore");
        Assert.Equal(expected, XDocument.Load(cli.Repository.SnapshotEngineProps).Descendants("SnapshotEngine").Single().Value);
    }

    [Fact]
    public async Task Sources_that_do_not_answer_settle_nothing()
    {
        cli.Processes.Restore = line =>
        {
            line("error NU1301: Unable to load the service index");
            return 1;
        };
        Plays(Script().Run(One, PASSED).Run(Two, PASSED).Finished());

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("--tags", "@scheduler"));
        Assert.False(File.Exists(cli.Repository.SnapshotEngineProps));
    }

    [Fact]
    public async Task Plain_output_has_no_escape_sequences_and_no_wrapped_lines()
    {
        var text = new string('x', 300);
        Plays(Script().Run(One, PASSED).Start(Two).Step(Two, 0, FAILED, text).End(Two).Finished(success: false), exitCode: 1);

        await cli.InvokeAsync("--tags", "@scheduler");

        Assert.DoesNotContain('\u001b', cli.Output + cli.Error);
        Assert.Contains($"    {text}\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_keeps_what_has_ended_above_what_runs()
    {
        var console = cli.UseTerminal();
        Plays(Script().Run(One, PASSED).Run(Two, PASSED).Finished());

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("--tags", "@scheduler"));
        var text = Escapes().Replace(console.Output, "");
        Assert.Contains("[2/2] passed   Scheduler (who & where?) › two", text, StringComparison.Ordinal);
        Assert.Contains("2/2 · 2 passed, 0 failed, 0 skipped", text, StringComparison.Ordinal);
    }

    private static MessageScript Script() =>
        MessageScript.Started().Feature(Uri, "Scheduler (who & where?)", ("one", ["a"]), ("two", ["b"]));

    private static Task WriteAsync(ProcessRequest request, MessageScript script) =>
        File.WriteAllBytesAsync(request.Environment[EnvironmentVariables.Messages]!, script.ToBytes());

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private void Plays(MessageScript script, int exitCode = 0, string says = "said by dotnet test") =>
        cli.Processes.Test = async (request, line, _) =>
        {
            line(says);
            await WriteAsync(request, script);
            return exitCode;
        };

    [GeneratedRegex("\u001b\\[[0-9;?]*[A-Za-z]")]
    internal static partial Regex Escapes();
}
