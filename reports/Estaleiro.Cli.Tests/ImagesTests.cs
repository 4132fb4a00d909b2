using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Clusters;
using Xunit;

namespace Estaleiro.Cli.Tests;

public sealed class ImagesTests : IDisposable
{
    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task Images_are_listed_with_what_is_here()
    {
        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("images", "--image", "my/k3s:1"));
        Assert.Equal("my/k3s:1  here, 300 MiB  the nodes\ntoolbox:k3s  not here  pods\n", cli.Output);
    }

    [Fact]
    public async Task They_are_saved_with_the_line_that_uses_them()
    {
        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("images", "save", "usb/images.tar", "--cluster", "kubeconfig"));
        Assert.Equal(
            "100 of about 300 MiB\n  nodes:1\n  toolbox:kubeconfig\nusb/images.tar: 2 images. On the other machine: ./run.sh run --images images.tar\n",
            cli.Output);
        Assert.Equal(["saved usb/images.tar"], cli.Images.Done);
    }

    [Theory]
    [InlineData("bundled/node:1")]
    [InlineData("my/k3s:1", "--image", "my/k3s:1")]
    public async Task A_run_uses_the_nodes_of_its_bundle_unless_others_are_asked_for(string image, params string[] arguments)
    {
        await cli.InvokeAsync(["run", "--images", "images.tar", .. arguments]);

        Assert.Equal(["loaded images.tar"], cli.Images.Done);
        Assert.Equal(image, cli.Processes.Request("test").Environment["ESTALEIRO_IMAGE"]);
    }

    [Fact]
    public async Task A_bundle_is_of_no_use_to_an_existing_cluster()
    {
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("--images", "images.tar", "--context", "staging"));
        Assert.StartsWith("--images cannot be combined with --context: ", cli.Error, StringComparison.Ordinal);
        Assert.Empty(cli.Images.Done);
    }

    [Theory]
    [InlineData("images")]
    [InlineData("images", "save", "a.tar")]
    [InlineData("run", "--images", "a.tar")]
    public async Task What_goes_wrong_is_one_line_and_3(params string[] arguments)
    {
        cli.Images.Error = new ClusterException("a.tar is no bundle of images");

        Assert.Equal(ExitCode.Environment, await cli.InvokeAsync(arguments));
        Assert.Equal("a.tar is no bundle of images\n", cli.Error);
        Assert.Empty(cli.Processes.Requests);
    }
}
