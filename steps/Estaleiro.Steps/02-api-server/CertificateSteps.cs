using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Certificates that the cluster signs.</summary>
[Binding]
public sealed class CertificateSteps(ScenarioCluster cluster, ClusterScopedObjects clusterScoped, EvidenceLog evidence, Outcome outcome)
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const string Kind = "CertificateSigningRequest";

    /// <summary>
    /// Makes a new RSA key and creates a CertificateSigningRequest for client authentication, from one row. Columns: common name,
    /// organization, signer.
    /// </summary>
    [Given("somebody asks for the certificate {string}:")]
    [When("somebody asks for the certificate {string}:")]
    public async Task SomebodyAsks(string name, DataTable wanted)
    {
        var row = Assert.Single(wanted.Rows);
        using var key = RSA.Create(2048);
        var subject = $"CN={cluster.Expand(row["common name"])}, O={row["organization"]}";
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var manifest = new JsonObject
        {
            ["apiVersion"] = "certificates.k8s.io/v1",
            ["kind"] = Kind,
            ["metadata"] = new JsonObject { ["name"] = cluster.Expand(name) },
            ["spec"] = new JsonObject
            {
                ["request"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(request.CreateSigningRequestPem())),
                ["signerName"] = row["signer"],
                ["usages"] = new JsonArray("key encipherment", "digital signature", "client auth"),
            },
        };
        evidence.Kubectl("create -f request.yaml");
        await clusterScoped.TakeNoteAsync(manifest);
        await cluster.Api.ApplyAsync(manifest, cluster.Namespace, cluster.Limit);
    }

    /// <summary>Adds the condition Approved by the approval subresource, as kubectl certificate approve does.</summary>
    [When("an administrator approves the certificate {string}")]
    public async Task Approve(string name)
    {
        evidence.Kubectl($"certificate approve {cluster.Expand(name)}");
        var path = (await Resource()).PathOf(null, cluster.Expand(name));
        var request = await cluster.Api.GetAsync(path, cluster.Limit);
        request["status"] = new JsonObject
        {
            ["conditions"] = new JsonArray(new JsonObject { ["type"] = "Approved", ["status"] = "True", ["reason"] = "Specs", ["message"] = "an administrator said yes" }),
        };
        var answer = await cluster.Api.SendAsync(HttpMethod.Put, $"{path}/approval", request.ToJsonString(), MediaTypes.Json, cluster.Limit);
        Assert.True(answer.IsSuccess, $"The API server answered {answer.Line} to PUT {path}/approval: {answer.Message}");
    }

    /// <summary>
    /// Waits until the request holds a signed certificate and reads it; records its subject, use and kind of key. Columns: common name,
    /// organization, usable for.
    /// </summary>
    [Then("the certificate {string} is issued:")]
    public async Task IsIssued(string name, DataTable expected)
    {
        evidence.Kubectl($"get csr {cluster.Expand(name)} -o jsonpath='{{.status.certificate}}' | base64 -d | openssl x509 -text");
        var request = await cluster.Await().One<V1CertificateSigningRequest>(cluster.Expand(name)).UntilAsync(
            found => found.Status?.Certificate is { Length: > 0 },
            $"a signed certificate in the {Kind} {cluster.Expand(name)}",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        using var certificate = X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(request.Status.Certificate));
        var row = Assert.Single(expected.Rows);
        string[] wanted = [cluster.Expand(row["common name"]), row["organization"], row["usable for"]];
        string[] found = [Part(certificate, "CN"), Part(certificate, "O"), UsableFor(certificate)];
        Assert.True(wanted.SequenceEqual(found), $"The certificate is for {string.Join(", ", found)}; expected {string.Join(", ", wanted)}.");
        outcome.Add(
            "certificate",
            new OutcomeTable("common name", "organization", "usable for", "key").Add([.. found, certificate.PublicKey.Oid.FriendlyName ?? "unknown"]));
        outcome.Add($"{Kind} {name}", ObjectState.Of(Kind, JsonNode.Parse(k8s.KubernetesJson.Serialize(request))!.AsObject()));
    }

    private static string Part(X509Certificate2 certificate, string type) => string.Join(
        ',',
        certificate.SubjectName.EnumerateRelativeDistinguishedNames()
            .Where(part => part.GetSingleElementType().FriendlyName == type)
            .Select(part => part.GetSingleElementValue()));

    private static string UsableFor(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(usage => usage.EnhancedKeyUsages.Cast<Oid>()).Select(usage => usage.Value).ToArray() is [ClientAuthentication]
            ? "client auth"
            : "something else";

    private Task<ApiResource> Resource() => cluster.Api.ResourceOfKindAsync(Kind, cluster.Limit);
}
