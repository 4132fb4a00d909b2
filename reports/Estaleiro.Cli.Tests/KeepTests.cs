using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Contract;
using Estaleiro.Reports.Tests;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Cli.Tests;

public sealed class KeepTests : IDisposable
{
    private static readonly string One = MessageScript.Id(MessageScript.Uri, "one");
    private static readonly string Two = MessageScript.Id(MessageScript.Uri, "two");

    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task What_was_kept_is_told_cluster_by_cluster_with_the_way_in_and_out()
    {
        Plays(
            new("Scheduler › one", "scheduler-1", "kept-3fa9c1", "/home/o'brien/kubeconfig.yaml", ["estaleiro-up-kept-3fa9c1-node1"]),
            new("Scheduler › two", "scheduler-2", "kept-3fa9c1", "/home/o'brien/kubeconfig.yaml", ["estaleiro-up-kept-3fa9c1-node1"]));

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("run", "--keep", "--tags", "@scheduler"));

        Assert.Equal("1", cli.Processes.Request("test").Environment["ESTALEIRO_KEEP"]);
        Assert.Contains(
            """
            Kept, on the cluster 'kept-3fa9c1':
              namespace scheduler-1  Scheduler › one
              namespace scheduler-2  Scheduler › two
              export KUBECONFIG='/home/o'\''brien/kubeconfig.yaml'
              kubectl get all -n scheduler-1
              docker exec -it estaleiro-up-kept-3fa9c1-node1 sh
              ./run.sh down kept-3fa9c1   # removes it; later runs don't
            """,
            cli.Output,
            StringComparison.Ordinal);
        Assert.Contains("stopped with the run.", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_somebody_elses_cluster_namespaces_are_kept()
    {
        Plays(new KeptScenario("Scheduler › one", "scheduler-1", null, null, []), new KeptScenario("Scheduler › two", "scheduler-2", null, null, []));

        await cli.InvokeAsync("run", "--keep", "--context", "staging", "--tags", "@scheduler");

        Assert.Contains("  kubectl --context staging delete namespace scheduler-1 scheduler-2   # removes them\n", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("run.sh down", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_kept_unasked()
    {
        Plays();

        await cli.InvokeAsync("run", "--tags", "@scheduler");

        Assert.False(cli.Processes.Request("test").Environment.ContainsKey("ESTALEIRO_KEEP"));
        Assert.DoesNotContain("Kept", cli.Output, StringComparison.Ordinal);
    }

    private void Plays(params KeptScenario[] kept) => cli.Processes.Test = async (request, _, _) =>
    {
        foreach (var scenario in kept)
        {
            scenario.AppendTo(request.Environment[EnvironmentVariables.Out]!);
        }

        var script = MessageScript.Started().Feature(MessageScript.Uri, "Scheduler (who & where?)", ("one", ["a"]), ("two", ["b"]))
            .Run(One, FAILED).Run(Two, PASSED).Finished(success: false);
        await File.WriteAllBytesAsync(request.Environment[EnvironmentVariables.Messages]!, script.ToBytes(), CancellationToken.None);
        return 1;
    };
}
