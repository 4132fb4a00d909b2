using System.Net.Sockets;
using System.Text;
using Estaleiro.Clusters;

namespace Estaleiro.Steps.Workloads;

/// <summary>Requests from the machine that runs the kit: outside of the cluster, with no part in its network.</summary>
internal static class OutsideCaller
{
    /// <summary>A data packet of TFTP begins with its kind and number (RFC 1350).</summary>
    private const int DataHeader = 4;

    /// <summary>Asks once, by a connection of its own. Refusals and silence are told as wget in a pod tells them.</summary>
    public static async Task<RequestResult> SendAsync(Uri url, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            return new(new NodeCommandResult(0, await (url.Scheme == "udp" ? AskByUdpAsync(url, limit.Token) : AskByHttpAsync(url, limit.Token)), ""));
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException)
        {
            return new(new NodeCommandResult(1, "", exception.Message));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return RequestResult.Silence;
        }
    }

    private static async Task<string> AskByHttpAsync(Uri url, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return await http.GetStringAsync(url, cancellationToken);
    }

    private static async Task<string> AskByUdpAsync(Uri url, CancellationToken cancellationToken)
    {
        using var client = new UdpClient(url.Host, url.Port);
        await client.SendAsync(Encoding.ASCII.GetBytes($"\0\x01{url.AbsolutePath}\0octet\0"), cancellationToken);
        var answer = await client.ReceiveAsync(cancellationToken);
        return Encoding.UTF8.GetString(answer.Buffer.AsSpan(DataHeader));
    }
}
