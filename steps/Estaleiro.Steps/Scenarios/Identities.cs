using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Steps.Workloads;
using k8s;

namespace Estaleiro.Steps.Scenarios;

/// <summary>
/// Who asks the API server, as specs name them: <c>administrator</c>, <c>nobody</c> (no credentials), <c>ServiceAccount ana</c>
/// (of the scenario's namespace, with a token of its own), <c>a made-up token</c>, <c>a foreign certificate</c>,
/// <c>a certificate</c> and <c>an expired certificate</c> (signed by the cluster's own authority), <c>the token in pod NAME</c>, and <c>… as user ana</c> for one who impersonates another.
/// </summary>
public sealed class Identities(ScenarioCluster cluster, PodShell shell) : IDisposable
{
    private const string Impersonates = " as user ";
    private const string ServiceAccount = "ServiceAccount ";
    private const string PodToken = "the token in pod ";

    /// <summary>Where both k3s and the node image keep the authority of client certificates.</summary>
    private const string ClientAuthority = "/var/lib/rancher/k3s/server/tls/client-ca";

    private readonly Dictionary<string, KubernetesApi> known = new(StringComparer.Ordinal);
    private readonly List<IDisposable> owned = [];

    /// <summary>The name by which the authorizer knows a <c>ServiceAccount</c> of the scenario's namespace, or a <c>user</c>.</summary>
    public string UserName(string kind, string name) => kind switch
    {
        "ServiceAccount" => $"system:serviceaccount:{cluster.Namespace}:{name}",
        "user" => name,
        _ => throw new FormatException($"A {kind} asks for nothing. Write ServiceAccount or user."),
    };

    /// <summary>The API server as somebody sees it.</summary>
    /// <exception cref="FormatException">Nobody is called that.</exception>
    public async Task<KubernetesApi> SeenByAsync(string identity)
    {
        if (identity is "" or "administrator")
        {
            return cluster.Api;
        }

        if (!known.TryGetValue(identity, out var api))
        {
            known[identity] = api = await OpenAsync(identity);
        }

        return api;
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => owned.ForEach(item => item.Dispose());

    private async Task<KubernetesApi> OpenAsync(string identity)
    {
        if (identity.IndexOf(Impersonates, StringComparison.Ordinal) is > 0 and var at)
        {
            var headers = new Dictionary<string, string> { ["Impersonate-User"] = identity[(at + Impersonates.Length)..] };
            var impersonator = identity[..at];
            var client = impersonator is "administrator" ? (Kubernetes)cluster.Cluster.Client : Connect(await TokenOfAsync(impersonator));
            return new KubernetesApi(client, headers);
        }

        return identity switch
        {
            "nobody" => new KubernetesApi(Connect(null)),
            "a made-up token" => new KubernetesApi(Connect(Guid.NewGuid().ToString("N"))),
            "a foreign certificate" => ConnectWith(ClientCertificates.FromAForeignAuthority()),
            "a certificate" => ConnectWith(await SignAsync(DateTimeOffset.UtcNow.AddDays(1))),
            "an expired certificate" => ConnectWith(await SignAsync(DateTimeOffset.UtcNow.AddDays(-1))),
            _ => new KubernetesApi(Connect(await TokenOfAsync(identity))),
        };
    }

    private async Task<string> TokenOfAsync(string identity)
    {
        if (identity.StartsWith(PodToken, StringComparison.Ordinal))
        {
            return await ReadTokenAsync(identity[PodToken.Length..]);
        }

        if (!identity.StartsWith(ServiceAccount, StringComparison.Ordinal))
        {
            throw new FormatException(
                $"'{identity}' is nobody. Write administrator, nobody, ServiceAccount NAME, a made-up token, a foreign certificate, or one of these and 'as user NAME'.");
        }

        var path = $"/api/v1/namespaces/{cluster.Namespace}/serviceaccounts/{identity[ServiceAccount.Length..]}/token";
        var body = new JsonObject { ["apiVersion"] = "authentication.k8s.io/v1", ["kind"] = "TokenRequest", ["spec"] = new JsonObject() };
        var answer = await cluster.Api.SendAsync(HttpMethod.Post, path, body.ToJsonString(), MediaTypes.Json, cluster.Limit);
        return answer.IsSuccess ? FieldPath.Read(answer.Body, "status.token")! : throw new UnexpectedAnswerException(path, answer);
    }

    private async Task<string> ReadTokenAsync(string pod)
    {
        var result = await shell.ExecuteAsync(pod, ["cat", "/var/run/secrets/kubernetes.io/serviceaccount/token"], cluster.Limit);
        return result.ExitCode == 0
            ? result.Output.Trim()
            : throw new InvalidOperationException($"The pod {pod} finds no token: {result.Error.Trim()}");
    }

    /// <summary>Valid from ten days ago, signed with the authority's key from the server node. The key stays in memory.</summary>
    private async Task<X509Certificate2> SignAsync(DateTimeOffset until)
    {
        var (certificate, key) = (await ReadAsync($"{ClientAuthority}.crt"), await ReadAsync($"{ClientAuthority}.key"));
        using var authority = X509Certificate2.CreateFromPem(certificate, key);
        var from = DateTimeOffset.UtcNow.AddDays(-10);
        return ClientCertificates.SignedBy(authority, from, until);

        async Task<string> ReadAsync(string path)
        {
            var result = await cluster.Cluster.Nodes[0].ExecuteAsync(["cat", path], cluster.Limit);
            return result.ExitCode == 0 ? result.Output : throw new InvalidOperationException($"The server node has no {path}: {result.Error.Trim()}");
        }
    }

    private Kubernetes Connect(string? token)
    {
        var configuration = WithoutCredentials();
        configuration.AccessToken = token;
        var client = ApiClient.Create(configuration, cluster.Cluster.CreateInterceptors());
        owned.Add(client);
        return client;
    }

    private KubernetesClientConfiguration WithoutCredentials()
    {
        var configuration = cluster.Cluster.CreateClientConfiguration();
        configuration.AccessToken = null;
        configuration.TokenProvider = null;
        configuration.Username = null;
        configuration.Password = null;
        configuration.ClientCertificateData = null;
        configuration.ClientCertificateKeyData = null;
        configuration.ClientCertificateFilePath = null;
        configuration.ClientKeyFilePath = null;
        return configuration;
    }

    /// <summary>Shows the certificate to the server even where the server's list of authorities says that it is not wanted.</summary>
    private KubernetesApi ConnectWith(X509Certificate2 certificate)
    {
        var configuration = WithoutCredentials();
        HttpMessageHandler handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate,
                RemoteCertificateValidationCallback = (sender, server, chain, errors) =>
                    Kubernetes.CertificateValidationCallBack(sender, configuration.SslCaCerts, server!, chain!, errors),
            },
        };
        foreach (var interceptor in cluster.Cluster.CreateInterceptors().Reverse())
        {
            interceptor.InnerHandler = handler;
            handler = interceptor;
        }

        var http = new HttpClient(handler);
        owned.Add(http);
        owned.Add(certificate);
        return new KubernetesApi(http, new Uri(configuration.Host));
    }
}
