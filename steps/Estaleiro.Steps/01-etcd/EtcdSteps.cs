using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Clusters;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>The store, read past the API server.</summary>
[Binding]
public sealed class EtcdSteps(ScenarioCluster cluster, EvidenceLog evidence, Outcome outcome)
{
    /// <summary>Built-in kinds are stored as a protobuf message behind these four bytes (apimachinery's protobuf serializer).</summary>
    private static readonly byte[] ProtobufPrefix = [(byte)'k', (byte)'8', (byte)'s', 0];

    private string? key;

    [Given("etcd holds the key {string}")]
    [Then("etcd holds the key {string}")]
    [Given("o etcd tem a chave {string}")]
    [Then("o etcd tem a chave {string}")]
    public async Task EtcdHoldsTheKey(string path)
    {
        key = cluster.Expand(path);
        var entry = await ReadAsync();
        Assert.True(entry is not null, $"etcd holds no key {key}. Around it are: {string.Join(", ", await NeighboursAsync(key))}");
        outcome.Add("key", key);
    }

    [Then("etcd does not hold the key {string}")]
    [Then("o etcd não tem a chave {string}")]
    public async Task EtcdDoesNotHoldTheKey(string path)
    {
        key = cluster.Expand(path);
        Assert.True(await ReadAsync() is null, $"etcd still holds the key {key}.");
        outcome.Add("key that is gone", key);
    }

    [Then("the value of that key is stored as {word}")]
    [Then("o valor dessa chave está gravado como {word}")]
    public async Task TheValueIsStoredAs(string encoding)
    {
        var value = (await ReadExistingAsync()).Value.Span;
        var found = value.StartsWith(ProtobufPrefix) ? "protobuf" : value is [(byte)'{', ..] ? "JSON" : "something else";
        Assert.True(found == encoding, $"The value of {key} is stored as {found}, expected {encoding}: it begins with {Convert.ToHexString(value[..Math.Min(8, value.Length)])}.");
        outcome.Add("stored as", found);
    }

    [Then("the value of that key is recorded")]
    public async Task TheValueIsRecorded()
    {
        var value = Encoding.UTF8.GetString((await ReadExistingAsync()).Value.Span);
        outcome.Add("value", JsonNode.Parse(value));
    }

    [Then("the resourceVersion of the {word} {string} is the revision of that key")]
    public async Task TheResourceVersionIsTheRevision(string kind, string name)
    {
        var path = (await cluster.Api.ResourceOfKindAsync(kind, cluster.Limit)).PathOf(cluster.Namespace, name);
        var resourceVersion = FieldPath.Read(await cluster.Api.GetAsync(path, cluster.Limit), "metadata.resourceVersion");
        evidence.Kubectl($"get -n {cluster.Namespace} {kind} {name} -o jsonpath='{{.metadata.resourceVersion}}'");
        var revision = (await ReadExistingAsync()).ModRevision.ToString(CultureInfo.InvariantCulture);
        Assert.True(resourceVersion == revision, $"The resourceVersion of the {kind} {name} is {resourceVersion}, the revision of {key} is {revision}.");
    }

    [Then("that key was written {int} times")]
    public async Task ThatKeyWasWritten(int times)
    {
        var version = (await ReadExistingAsync()).Version;
        Assert.True(version == times, $"The key {key} was written {version} times, expected {times}.");
        outcome.Add("times written", JsonValue.Create(version));
    }

    [When("etcd forgets every revision before that of this key")]
    public async Task EtcdForgets()
    {
        var revision = (await ReadExistingAsync()).ModRevision.ToString(CultureInfo.InvariantCulture);
        evidence.Note($"node1$ etcdctl compact {revision}");
        var result = await cluster.Cluster.Nodes[0].ExecuteAsync(["etcdctl", "compact", revision], cluster.Limit);
        Assert.True(result.ExitCode == 0, $"etcdctl compact {revision} failed: {result.Error}");
    }

    private async Task<EtcdEntry> ReadExistingAsync()
    {
        var entry = await ReadAsync();
        Assert.True(entry is not null, $"etcd holds no key {key}.");
        return entry;
    }

    private async Task<EtcdEntry?> ReadAsync()
    {
        evidence.Note($"node1$ etcdctl get {key}");
        var etcd = await cluster.OpenEtcdAsync();
        return await etcd.GetAsync(key!, cluster.Limit);
    }

    private async Task<IEnumerable<string>> NeighboursAsync(string path)
    {
        var etcd = await cluster.OpenEtcdAsync();
        return (await etcd.ListKeysAsync(path[..(path.LastIndexOf('/') + 1)], cluster.Limit)).Take(10);
    }
}
