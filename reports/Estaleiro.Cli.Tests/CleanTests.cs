using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Clusters.Sweeping;
using Xunit;

namespace Estaleiro.Cli.Tests;

public sealed class CleanTests : IDisposable
{
    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task It_shows_what_is_there_and_takes_away_what_no_run_here_uses()
    {
        cli.ContextSweeps.There.AddRange(
        [
            FakeContextSweeps.Namespace("a", LeftoverState.Abandoned),
            FakeContextSweeps.Namespace("b", LeftoverState.Unknown),
            FakeContextSweeps.Namespace("c", LeftoverState.InUse),
            FakeContextSweeps.Namespace("d", LeftoverState.Kept),
        ]);

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("clean", "--context", "lab"));
        Assert.Equal(4, cli.ContextSweeps.There.Count);
        Assert.EndsWith("To remove 3 objects: ./run.sh clean --context lab --yes\n", cli.Output, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("clean", "--context", "lab", "--yes"));
        Assert.Equal("c", Assert.Single(cli.ContextSweeps.There).Name);
        Assert.EndsWith("Removed 3 objects.\n", cli.Output, StringComparison.Ordinal);
        Assert.All(cli.ContextSweeps.Asked, options => Assert.Equal(("kubeconfig", "lab"), (options.Provider, options.Context)));
    }

    [Fact]
    public async Task Where_nothing_is_left_it_says_so()
    {
        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("clean", "--context", "lab"));
        Assert.Equal("Runs left nothing on context lab.\n", cli.Output);
    }

    [Fact]
    public async Task What_does_not_go_is_told_and_fails_the_command()
    {
        cli.ContextSweeps.There.Add(FakeContextSweeps.Namespace("a", LeftoverState.Abandoned));
        cli.ContextSweeps.Held.Add("Namespace a is still being deleted: x");

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("clean", "--context", "lab", "-y"));
        Assert.Contains("Namespace a is still being deleted: x\nRemoved 0 objects.\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_context_must_be_named()
    {
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("clean"));
        Assert.Contains("--context", cli.Error, StringComparison.Ordinal);
    }
}
