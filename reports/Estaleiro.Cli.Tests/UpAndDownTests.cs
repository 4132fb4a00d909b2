using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Clusters;
using Xunit;

namespace Estaleiro.Cli.Tests;

public sealed class UpAndDownTests : IDisposable
{
    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task Up_starts_a_cluster_and_prints_the_lines_that_set_KUBECONFIG()
    {
        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("up", "--nodes", "3", "--port", "6550"));

        Assert.Equal("play", Assert.Single(cli.KeptClusters.Up).Name);
        Assert.Equal(["node1", "node2", "node3"], cli.KeptClusters.Spec!.Nodes.Select(node => node.Name));
        Assert.Equal(6550, cli.KeptClusters.Port);
        Assert.Contains("node1 Ready\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("  export KUBECONFIG='/home/o'\\''brien/kubeconfig.yaml'\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("  $env:KUBECONFIG = '/home/o''brien/kubeconfig.yaml'   # PowerShell\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_nodes_can_have_other_names()
    {
        await cli.InvokeAsync("up", "--node-names", "alpha", "beta");

        Assert.Equal(["alpha", "beta"], cli.KeptClusters.Spec!.Nodes.Select(node => node.Name));
    }

    [Theory]
    [InlineData("up", "workshop")]
    [InlineData("up", "--name", "workshop")]
    public async Task A_name_is_an_argument_or_an_option(params string[] arguments)
    {
        await cli.InvokeAsync(arguments);

        Assert.Equal("workshop", Assert.Single(cli.KeptClusters.Up).Name);
        Assert.EndsWith("To remove it: ./run.sh down workshop\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_that_does_not_come_up_is_told_in_its_own_words()
    {
        cli.KeptClusters.Error = new ClusterException("Port 80 cannot be used: choose another with --port.");

        Assert.Equal(ExitCode.Environment, await cli.InvokeAsync("up", "--port", "80"));
        Assert.Equal("Port 80 cannot be used: choose another with --port.\n", cli.Error);
    }

    [Fact]
    public async Task Down_takes_down_the_only_one()
    {
        await cli.InvokeAsync("up", "one");

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("down"));
        Assert.Empty(cli.KeptClusters.Up);
        Assert.EndsWith("Removed 'one'.\n", cli.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("down"));
    }

    [Fact]
    public async Task Down_does_not_guess_among_several()
    {
        await cli.InvokeAsync("up", "one");
        await cli.InvokeAsync("up", "two");

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("down"));
        Assert.Equal("Several clusters are running: one, two. Name one, or use --all.\n", cli.Error);
        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("down", "two"));
        Assert.Equal("one", Assert.Single(cli.KeptClusters.Up).Name);
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("down", "two"));
        Assert.EndsWith("Unknown cluster 'two'. Running: one.\n", cli.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("down", "one", "--all"));
        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("down", "--all"));
        Assert.Empty(cli.KeptClusters.Up);
    }
}
