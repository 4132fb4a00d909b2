using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Estaleiro.Cli.Tests.Fakes;

/// <summary>An API server on this machine's loopback that answers every request with <c>mario</c>, and remembers them.</summary>
internal sealed class LocalApiServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Task serving;

    public LocalApiServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The heads of the requests there were.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await serving;
        listener.Dispose();
        end.Dispose();
    }

    // One after the other: some kubectl ask for the server's version before they do what they are told.
    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync(end.Token);
                await using var stream = connection.GetStream();
                var buffer = new byte[8192];
                var request = "";
                int read;
                while (!request.Contains("\r\n\r\n", StringComparison.Ordinal) && (read = await stream.ReadAsync(buffer, end.Token)) > 0)
                {
                    request += Encoding.ASCII.GetString(buffer, 0, read);
                }

                Requests.Enqueue(request);
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nmario"u8.ToArray(), end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
