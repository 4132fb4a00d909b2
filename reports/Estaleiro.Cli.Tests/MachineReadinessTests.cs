using Estaleiro.Cli.Machine;
using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Clusters;
using Estaleiro.Machine.Setup;
using Xunit;

namespace Estaleiro.Cli.Tests;

public sealed class MachineReadinessTests : IDisposable
{
    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task A_machine_that_is_ready_is_left_alone()
    {
        await EnsureAsync(yes: true);

        Assert.Empty(cli.Machine.Done);
        Assert.Empty(cli.Output);
    }

    [Fact]
    public async Task What_could_not_be_found_out_in_time_stops_nobody()
    {
        cli.Machine.IsSlow = true;

        await EnsureAsync(yes: false);

        Assert.Empty(cli.Machine.Done);
    }

    [Fact]
    public async Task With_leave_given_what_is_missing_is_brought_in_order()
    {
        (cli.Machine.HasDocker, cli.Machine.HasK3sImage) = (false, false);

        await EnsureAsync(yes: true);

        Assert.Equal(["setup", "image"], cli.Machine.Done);
        Assert.Equal(0, cli.Prompt.Asked);
        Assert.Contains("    apt-get install docker.io\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("[  12s] kubelet", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_that_can_be_pulled_is_not_built()
    {
        cli.Machine.HasDocker = false;

        await EnsureAsync(yes: true);

        Assert.Equal(["setup"], cli.Machine.Done);
    }

    [Fact]
    public async Task On_a_terminal_the_user_is_asked_and_yes_does_it()
    {
        cli.Machine.HasDocker = false;
        cli.Prompt.Answer = true;

        await EnsureAsync(yes: false);

        Assert.Equal(1, cli.Prompt.Asked);
        Assert.Equal(["setup"], cli.Machine.Done);
    }

    [Theory]
    [InlineData(false, "Nothing was changed.")]
    [InlineData(null, "This machine cannot start a cluster yet, and there is no terminal to ask for confirmation. Run './run.sh --yes'")]
    public async Task Without_leave_nothing_is_changed(bool? answer, string message)
    {
        cli.Machine.HasDocker = false;
        cli.Prompt.Answer = answer;

        var exception = await Assert.ThrowsAsync<CliException>(() => EnsureAsync(yes: false));

        Assert.Equal(ExitCode.Environment, exception.ExitCode);
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.Empty(cli.Machine.Done);
    }

    [Fact]
    public async Task An_obstacle_is_told_and_nobody_is_asked()
    {
        (cli.Machine.HasDocker, cli.Machine.Obstacle) = (false, "Docker is not installed, and installing it needs root: sudo ./run.sh --yes");
        cli.Prompt.Answer = true;

        var exception = await Assert.ThrowsAsync<CliException>(() => EnsureAsync(yes: false));

        Assert.Equal(cli.Machine.Obstacle, exception.Message);
        Assert.Equal(0, cli.Prompt.Asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_image_that_was_asked_for_is_that_one_or_none(bool hasNodeImage)
    {
        (cli.Machine.HasK3sImage, cli.Machine.HasNodeImage) = (false, hasNodeImage);

        // Both end the command with the exit code for the environment.
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => EnsureAsync(yes: true, "my/k3s:1"));

        Assert.True(exception is ClusterException or CliException { ExitCode: ExitCode.Environment });
        Assert.Contains("my/k3s:1 is not here and cannot be pulled", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        Assert.Empty(cli.Machine.Done);
    }

    [Fact]
    public async Task The_node_image_is_built_where_it_was_asked_for()
    {
        await EnsureAsync(yes: true, NodeImageBuild.Image);

        Assert.Equal(["image"], cli.Machine.Done);
    }

    [Fact]
    public async Task Doctor_tells_each_finding_with_the_command_that_mends_it()
    {
        cli.Machine.HasDocker = false;

        Assert.Equal(ExitCode.Environment, await cli.InvokeAsync("doctor"));
        Assert.Contains("missing  Docker engine: not installed\n         → apt-get install docker.io\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("'./run.sh doctor --fix'", cli.Output, StringComparison.Ordinal);
        Assert.Empty(cli.Machine.Done);
    }

    [Fact]
    public async Task Doctor_mends_and_tells_again()
    {
        cli.Machine.HasDocker = false;
        cli.Prompt.Answer = true;

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("doctor", "--fix"));
        Assert.Equal(["setup"], cli.Machine.Done);
        Assert.Contains("ok       Docker engine: 20.10\n", cli.Output, StringComparison.Ordinal);
    }

    private Task EnsureAsync(bool yes, string? image = null) =>
        new MachineReadiness(cli.Machine, cli.Services.Output, cli.Prompt)
            .EnsureAsync(new ClusterOptions { Image = image }, yes, CancellationToken.None);
}
