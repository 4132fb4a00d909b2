using Estaleiro.Cli.Tests.Fakes;
using Xunit;

namespace Estaleiro.Cli.Tests;

public sealed class ImageTests : IDisposable
{
    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task Node_images_are_listed_with_their_release()
    {
        cli.NodeImages.Add("v1.36.2");

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("image", "list"));
        Assert.Equal("estaleiro/node:v1.36.2-debian13  Kubernetes v1.36.2, 940 MB, built 2026-12-01\n", cli.Output);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("v1.36.4", null, null, "--kubernetes", "1.36.4")]
    [InlineData("v1.36", null, null, "--kubernetes", "v1.36")]
    [InlineData(null, "server.tar.gz", null, "--binaries", "server.tar.gz")]
    [InlineData("v1.36.4", null, "coredns.tgz", "--kubernetes", "v1.36.4", "--coredns", "coredns.tgz")]
    public async Task One_is_built_of_a_release_of_binaries_or_of_Debian_s(string? kubernetes, string? binaries, string? coredns, params string[] arguments)
    {
        Assert.Equal(ExitCode.Green, await cli.InvokeAsync(["image", "build", .. arguments]));

        Assert.Equal([(kubernetes, binaries, coredns)], cli.NodeImages.Built);
        Assert.EndsWith(" is ready. To run the specs on it: ./run.sh --image " + cli.Output.Split(' ')[^1], cli.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--kubernetes takes a Kubernetes release, such as v1.36 or v1.36.4, not 'latest'.", "image", "build", "--kubernetes", "latest")]
    [InlineData("--kubernetes and --binaries cannot be combined: ", "image", "build", "--kubernetes", "v1.36", "--binaries", "x")]
    [InlineData("--kubernetes chooses the image of throwaway nodes and cannot be combined with --image.", "--kubernetes", "v1.36", "--image", "x:1")]
    [InlineData("--kubernetes chooses the image of throwaway nodes and cannot be combined with --context.", "--kubernetes", "v1.36", "--context", "x")]
    public async Task A_wrong_command_line_is_one_line_and_2(string message, params string[] arguments)
    {
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync(arguments));

        Assert.StartsWith(message, cli.Error, StringComparison.Ordinal);
        Assert.Empty(cli.NodeImages.Built);
    }

    [Fact]
    public async Task A_run_takes_the_newest_image_of_the_release_it_is_given()
    {
        cli.NodeImages.Add("v1.36.2");
        cli.NodeImages.Add("v1.36.4");

        await cli.InvokeAsync("run", "--kubernetes", "v1.36");

        Assert.Equal("estaleiro/node:v1.36.4-debian13", cli.Processes.Request("test").Environment["ESTALEIRO_IMAGE"]);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("up")]
    public async Task Without_an_image_of_the_release_nothing_starts(string command)
    {
        Assert.Equal(ExitCode.Environment, await cli.InvokeAsync(command, "--kubernetes", "v1.34"));

        Assert.Equal(
            "No node image of Kubernetes v1.34 is here: ./run.sh image build --kubernetes v1.34 makes one (or --binaries PATH).\n", cli.Error);
        Assert.Empty(cli.Processes.Requests);
    }
}
