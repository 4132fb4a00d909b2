using Estaleiro.Cli.Features;
using Estaleiro.Cli.Processes;
using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Contract;
using Estaleiro.Reports.Tests;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Cli.Tests;

public sealed class RerunFailedTests : IDisposable
{
    private const string Uri = MessageScript.Uri;

    private static readonly string One = MessageScript.Id(Uri, "one");
    private static readonly string Two = MessageScript.Id(Uri, "two");

    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task Only_what_failed_runs_again()
    {
        await PlayAsync(Script().Run(One, PASSED).Run(Two, FAILED).Finished(success: false), "--tags", "@scheduler");

        await PlayAsync(Script().Run(Two, PASSED).Finished(), "--rerun-failed", FirstRun());

        Assert.Equal(@"((FeatureTitle=Scheduler \(who \& where?\)&Description=two))", Filter());
        Assert.Contains("running 1 scenario of 1 feature", cli.Output, StringComparison.Ordinal);
        Assert.Contains("1 passed, 0 failed", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_does_what_was_interrupted_and_what_never_started()
    {
        await PlayAsync(Script().Start(Two));

        await PlayAsync(Script(), "--rerun-failed", FirstRun());

        // Scenario two was under way, all others had not begun: the whole again.
        Assert.Contains("running 4 scenarios of 2 features", cli.Output.Split("results:")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Further_options_narrow_it()
    {
        await PlayAsync(Script().Run(One, FAILED).Run(Two, FAILED));

        await PlayAsync(Script(), "--rerun-failed", FirstRun(), "--feature", "Scheduler");

        Assert.Contains("running 2 scenarios of 1 feature", cli.Output, StringComparison.Ordinal);
        Assert.Contains("Removed, or not selected now: features/01-etcd/keys.feature › key, features/01-etcd/keys.feature › revision", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_outline_only_the_examples_that_failed()
    {
        AddOutline();
        var folder = await WriteMessagesAsync(MessageScript.Started().Outline("features/x.feature", "X", "it holds", "a b", "ab")
            .Run("it holds a b", FAILED).Run("it holds ab", PASSED).Finished(success: false));

        await PlayAsync(Script(), "--rerun-failed", folder);

        Assert.Equal("((FeatureTitle=X&Description=it holds&DisplayName~\"a b\"))", Filter());
        Assert.Contains("running 1 scenario of 1 feature", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_in_which_nothing_failed_leaves_nothing_to_do()
    {
        var folder = await WriteMessagesAsync(Script().Run(One, PASSED).Start(Two).Step(Two, 0, SKIPPED, "no ipvs").End(Two).Finished());

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("--rerun-failed", folder));
        Assert.Equal($"Nothing to rerun: every scenario in {folder} passed or was skipped.\n", cli.Output);
        Assert.Empty(cli.Processes.Requests);
    }

    [Fact]
    public async Task A_scenario_that_is_no_longer_there_is_named_and_the_others_run()
    {
        var folder = await WriteMessagesAsync(Script().Run(One, FAILED).Run(Two, FAILED).Finished(success: false));
        cli.Features.All[1] = FakeFeatures.Feature(Uri, "Scheduler (who & where?)", "@scheduler", ("two", 40, []), ("three", 60, []));

        await PlayAsync(Script(), "--rerun-failed", folder);

        Assert.Contains("running 1 scenario of 1 feature", cli.Output, StringComparison.Ordinal);
        Assert.Contains($"Removed, or not selected now: {Uri} › one\n", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_none_of_them_is_there_it_is_2()
    {
        var folder = await WriteMessagesAsync(Script().Run(One, FAILED).Finished(success: false));
        cli.Features.All.RemoveAt(1);

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("--rerun-failed", folder));
        Assert.Equal($"1 scenario failed in {folder}, but none of them is selected now: {Uri} › one.\n", cli.Error);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_2()
    {
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("--rerun-failed", "nowhere"));
        Assert.StartsWith("Folder nowhere does not exist.", Assert.Single(cli.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_runs_is_2()
    {
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("--rerun-failed", cli.Repository.Root));
        Assert.Contains(" contains no messages.ndjson: ", Assert.Single(cli.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_that_tell_nothing_are_2()
    {
        var folder = Directory.CreateDirectory(Path.Combine(cli.Repository.Root, "broken")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "messages.ndjson"), "no json\n");

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("--rerun-failed", folder));
        Assert.Contains("contains no scenarios", Assert.Single(cli.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static MessageScript Script() =>
        MessageScript.Started().Feature(Uri, "Scheduler (who & where?)", ("one", ["a"]), ("two", ["b"]));

    private static Task WriteAsync(ProcessRequest request, MessageScript script) =>
        File.WriteAllBytesAsync(request.Environment[EnvironmentVariables.Messages]!, script.ToBytes());

    private void AddOutline() => cli.Features.All.Add(new(
        "features/x.feature",
        "X",
        [],
        [Example("a b", 7), Example("ab", 8)]));

    private static KnownScenario Example(string value, int line) =>
        new("features/x.feature", line, "X", null, $"it holds(value: \"{value}\")", []) { Title = "it holds", Values = [value] };

    private async Task PlayAsync(MessageScript script, params string[] arguments)
    {
        cli.Processes.Test = async (request, _, _) =>
        {
            await WriteAsync(request, script);
            return 0;
        };
        await cli.InvokeAsync(["run", .. arguments]);
    }

    private async Task<string> WriteMessagesAsync(MessageScript script)
    {
        var folder = Directory.CreateDirectory(Path.Combine(cli.Repository.Root, "earlier")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "messages.ndjson"), script.ToBytes());
        return folder;
    }

    private string FirstRun() => cli.Processes.Requests.First(request => request.Arguments[0] == "test").Environment[EnvironmentVariables.Out]!;

    private string Filter()
    {
        var arguments = cli.Processes.Requests.Last(request => request.Arguments[0] == "test").Arguments.ToList();
        return arguments[arguments.IndexOf("--filter") + 1];
    }
}
