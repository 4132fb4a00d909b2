using Estaleiro.AddOns.Processes;
using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Cli.Workshops;
using Xunit;

namespace Estaleiro.Cli.Tests;

public sealed class KubectlProxyTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("estaleiro-cli-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [SkippableFact]
    public async Task What_is_asked_of_its_address_reaches_the_API_server_while_it_is_open()
    {
        var kubectl = SearchPath.Find("kubectl");
        Skip.If(kubectl is null, "there is no kubectl here");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var server = new LocalApiServer();
        using var http = new HttpClient();
        string address;
        await using (var proxy = await KubectlProxy.StartAsync(kubectl, await KubeconfigAsync(server.Port), limit.Token))
        {
            Assert.NotNull(proxy);
            address = proxy.Address;

            Assert.Equal("mario", await http.GetStringAsync(new Uri($"{address}/api/v1/namespaces/a/configmaps?limit=1"), limit.Token));
        }

        Assert.Contains(server.Requests, request => request.StartsWith("GET /api/v1/namespaces/a/configmaps?limit=1 HTTP/1.1\r\n", StringComparison.Ordinal));
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(new Uri(address), limit.Token));
    }

    [Theory]
    [InlineData("not-there")]
    [InlineData("dotnet")]
    public async Task A_program_that_is_not_there_or_is_no_kubectl_gives_none(string program)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        Assert.Null(await KubectlProxy.StartAsync(program, await KubeconfigAsync(1), limit.Token));
    }

    private async Task<string> KubeconfigAsync(int port)
    {
        var path = Path.Combine(folder.FullName, "kubeconfig.yaml");
        await File.WriteAllTextAsync(path, Kubeconfig.For($"http://127.0.0.1:{port}"));
        return path;
    }
}
