using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Contract;
using Estaleiro.Reports.Tests;
using Io.Cucumber.Messages.Types;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Cli.Tests;

public sealed class DryRunTests : IDisposable
{
    private static readonly string One = MessageScript.Id(MessageScript.Uri, "one");
    private static readonly string Two = MessageScript.Id(MessageScript.Uri, "two");

    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task A_dry_run_needs_no_environment_and_is_green_where_everything_is_bound()
    {
        cli.Environment.Error = CliException.Environment("Docker is not installed");
        Plays(Script().Start(One).Step(One, 0, SKIPPED, "Dry run").End(One).Start(Two).Step(Two, 0, SKIPPED, "Dry run").End(Two).Finished(), exitCode: 0);

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("run", "--dry-run", "--tags", "@scheduler"));

        Assert.Contains("Dry run: all 2 steps of 2 scenarios are bound. Nothing was started.\n", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing was checked", cli.Output, StringComparison.Ordinal);
        Assert.Empty(cli.Environment.CleanedRuns);
        Assert.False(Path.Exists(cli.Latest));
        var request = cli.Processes.Request("test");
        Assert.Equal("true", request.Environment["REQNROLL_DRY_RUN"]);
        Assert.Contains("Category=scheduler", string.Join(' ', request.Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_tells_each_step_that_cannot_run_once_with_its_snippet_and_places()
    {
        var script = Script();
        foreach (var scenario in (string[])[One, Two])
        {
            script.Start(scenario)
                .Step(scenario, 0, UNDEFINED)
                .Add(Envelope.Create(new Suggestion($"s {scenario}", $"{scenario}/pickle0", [new Snippet("csharp", "[When(\"a\")]")])))
                .End(scenario);
        }

        Plays(script.Finished(success: false), exitCode: 1);

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--dry-run", "--tags", "@scheduler"));

        Assert.Single(cli.Output.Split('\n'), line => line == "undefined: When a");
        Assert.Single(cli.Output.Split('\n'), line => line == "  [When(\"a\")]");
        Assert.Contains($"  {MessageScript.Uri}:4  Scheduler (who & where?) › one\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains($"  {MessageScript.Uri}:7  Scheduler (who & where?) › two\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("Dry run: 1 step cannot run, in 2 of 2 scenarios. Nothing was started.\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_that_lost_scenarios_is_not_green()
    {
        Plays(Script().Start(One).Step(One, 0, SKIPPED, "Dry run").End(One).Finished(), exitCode: 0);

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--dry-run", "--tags", "@scheduler"));
        Assert.Contains("This dry run is incomplete: 1 of 2 selected scenarios did not run", cli.Output, StringComparison.Ordinal);
    }

    private static MessageScript Script() =>
        MessageScript.Started().Feature(MessageScript.Uri, "Scheduler (who & where?)", ("one", ["a"]), ("two", ["a"]));

    private void Plays(MessageScript script, int exitCode) => cli.Processes.Test = async (request, _, _) =>
    {
        await File.WriteAllBytesAsync(request.Environment[EnvironmentVariables.Messages]!, script.ToBytes(), CancellationToken.None);
        return exitCode;
    };
}
