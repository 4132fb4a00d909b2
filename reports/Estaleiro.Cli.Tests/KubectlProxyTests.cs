using System.Net;
using System.Net.Sockets;
using System.Text;
using Estaleiro.Cli.Workshops;
using Estaleiro.Components.Processes;
using Xunit;

namespace Estaleiro.Cli.Tests;

public sealed class KubectlProxyTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("estaleiro-cli-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [SkippableFact]
    public async Task What_is_asked_of_its_address_reaches_the_API_server_with_the_users_credentials_while_it_is_open()
    {
        var kubectl = SearchPath.Find("kubectl");
        Skip.If(kubectl is null, "there is no kubectl here");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var serving = AnswerOnceAsync(server, limit.Token);
        using var http = new HttpClient();
        string address;
        await using (var proxy = await KubectlProxy.StartAsync(kubectl, await KubeconfigAsync(((IPEndPoint)server.LocalEndpoint).Port), limit.Token))
        {
            Assert.NotNull(proxy);
            address = proxy.Address;

            Assert.Equal("mario", await http.GetStringAsync(new Uri($"{address}/api/v1/namespaces/a/configmaps?watch=0"), limit.Token));
        }

        var request = await serving;
        Assert.StartsWith("GET /api/v1/namespaces/a/configmaps?watch=0 HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer secret\r\n", request, StringComparison.Ordinal);
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

    private static async Task<string> AnswerOnceAsync(TcpListener server, CancellationToken cancellationToken)
    {
        using var connection = await server.AcceptTcpClientAsync(cancellationToken);
        await using var stream = connection.GetStream();
        var buffer = new byte[8192];
        var request = "";
        while (!request.Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            request += Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer, cancellationToken));
        }

        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nmario"u8.ToArray(), cancellationToken);
        return request;
    }

    private async Task<string> KubeconfigAsync(int port)
    {
        var path = Path.Combine(folder.FullName, "kubeconfig.yaml");
        await File.WriteAllTextAsync(
            path,
            $$"""
            apiVersion: v1
            kind: Config
            current-context: default
            clusters: [{name: default, cluster: {server: "http://127.0.0.1:{{port}}"} }]
            contexts: [{name: default, context: {cluster: default, user: default} }]
            users: [{name: default, user: {token: secret} }]
            """);
        return path;
    }
}
