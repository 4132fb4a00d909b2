using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Estaleiro.Clusters;
using Estaleiro.Clusters.Waiting;
using Estaleiro.Steps.Runs;

namespace Estaleiro.Steps.Workloads;

/// <summary>
/// Somebody outside the cluster who calls hosts of Ingresses by name, as a browser would if a resolver knew these names: every connection goes
/// to the ingress controller. A connection for each request, none of which is tried twice.
/// </summary>
public sealed class IngressCaller(IngressEndpoint endpoint)
{
    /// <summary>One request's limit, unscaled.</summary>
    private static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(10);

    /// <summary>Asks once. That no answer came is told, not thrown.</summary>
    /// <param name="url">The URL as a browser has it; the case of its host goes as it is.</param>
    /// <param name="headers">Further headers.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    public async Task<IngressAnswer> AskAsync(string url, IEnumerable<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        var uri = new Uri(url);
        var isTls = uri.Scheme == Uri.UriSchemeHttps;
        string? certificate = null;
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = (_, token) => ConnectAsync(isTls ? endpoint.HttpsPort : endpoint.HttpPort, token),
            SslOptions = new SslClientAuthenticationOptions
            {
                TargetHost = uri.Host,
                // Which certificate is shown is what the specs are about; none of them is anybody's whom this machine trusts.
                RemoteCertificateValidationCallback = (_, shown, _, _) =>
                {
                    certificate = (shown as X509Certificate2)?.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
                    return certificate is not null;
                },
            },
        };
        using var client = new HttpClient(handler) { Timeout = SpecRun.Current.Scale(RequestLimit) };
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.Host = HostOf(url);
        request.Headers.Connection.Add("close");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return new(response.StatusCode, EchoAnswer.ParseAll(text) is [var echo, ..] ? echo : null, certificate, null);
        }
        catch (Exception exception) when (NoAnswer.Is(exception, cancellationToken))
        {
            return new(null, null, certificate, NoAnswer.Why(exception, client.Timeout))
            {
                IsRefused = exception.GetBaseException() is SocketException { SocketErrorCode: SocketError.ConnectionRefused },
            };
        }
    }

    /// <summary>A certificate for one host, made here and now.</summary>
    /// <param name="name">The name on it, by which it is known again.</param>
    /// <param name="host">The host it is for.</param>
    /// <param name="bits">The length of its key.</param>
    /// <returns>Certificate and key, both PEM.</returns>
    public static (string Certificate, string Key) MakeCertificate(string name, string host, int bits)
    {
        using var key = RSA.Create(bits);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>The host with its port as the URL has it: <see cref="Uri"/> would change its case.</summary>
    private static string HostOf(string url) => url.Split('/', 4)[2];

    private async ValueTask<Stream> ConnectAsync(int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint.Host, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception)
        {
            socket.Dispose();
            throw;
        }
    }
}
