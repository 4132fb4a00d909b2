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

    /// <summary>
    /// Reads the key from etcd, past the API server, and keeps it for the steps that say "that key"; records its encoding and the
    /// scenario's other keys beside it.
    /// </summary>
    [Given("etcd holds the key {string}")]
    [Then("etcd holds the key {string}")]
    [Given("o etcd tem a chave {string}")]
    [Then("o etcd tem a chave {string}")]
    public async Task EtcdHoldsTheKey(string path)
    {
        key = cluster.Expand(path);
        var entry = await ReadAsync();
        Assert.True(entry is not null, $"etcd holds no key {key}. Around it are: {string.Join(", ", await NeighboursAsync(key))}");
        outcome.Add("key", new JsonObject { ["is"] = key, ["stored as"] = EncodingOf(entry), ["beside it"] = await OthersAsync(key) });
    }

    /// <summary>Looks once that etcd has no such key; records the scenario's other keys under the same prefix.</summary>
    [Then("etcd does not hold the key {string}")]
    [Then("o etcd não tem a chave {string}")]
    public async Task EtcdDoesNotHoldTheKey(string path)
    {
        key = cluster.Expand(path);
        Assert.True(await ReadAsync() is null, $"etcd still holds the key {key}.");
        outcome.Add("key that is gone", new JsonObject { ["was"] = key, ["beside it"] = await OthersAsync(key) });
    }

    /// <summary>Tells protobuf from JSON by the value's first bytes; records nothing of its own.</summary>
    [Then("the value of that key is stored as {word}")]
    [Then("o valor dessa chave está gravado como {word}")]
    public async Task TheValueIsStoredAs(string encoding)
    {
        var entry = await ReadExistingAsync();
        var found = EncodingOf(entry);
        Assert.True(found == encoding, $"The value of {key} is stored as {found}, expected {encoding}: it begins with {Convert.ToHexString(entry.Value.Span[..Math.Min(8, entry.Value.Length)])}.");
    }

    /// <summary>Records the stored value, which must be JSON, as the snapshot's text.</summary>
    [Then("the value of that key is recorded")]
    public async Task TheValueIsRecorded()
    {
        var value = Encoding.UTF8.GetString((await ReadExistingAsync()).Value.Span);
        outcome.Add("value", JsonNode.Parse(value));
    }

    /// <summary>
    /// Compares the object's resourceVersion with the key's last revision in etcd; records nothing, because both change from run to run.
    /// </summary>
    [Then("the resourceVersion of the {word} {string} is the revision of that key")]
    public async Task TheResourceVersionIsTheRevision(string kind, string name)
    {
        var path = (await cluster.Api.ResourceOfKindAsync(kind, cluster.Limit)).PathOf(cluster.Namespace, name);
        var resourceVersion = FieldPath.Read(await cluster.Api.GetAsync(path, cluster.Limit), "metadata.resourceVersion");
        evidence.Kubectl($"get -n {cluster.Namespace} {kind} {name} -o jsonpath='{{.metadata.resourceVersion}}'");
        var revision = (await ReadExistingAsync()).ModRevision.ToString(CultureInfo.InvariantCulture);
        Assert.True(resourceVersion == revision, $"The resourceVersion of the {kind} {name} is {resourceVersion}, the revision of {key} is {revision}.");
    }

    /// <summary>
    /// Compares etcd's own count of writes since the key was created; records it and whether the last revision is newer than the first.
    /// </summary>
    [Then("that key was written {int} times")]
    public async Task ThatKeyWasWritten(int times)
    {
        var entry = await ReadExistingAsync();
        Assert.True(entry.Version == times, $"The key {key} was written {entry.Version} times, expected {times}.");
        outcome.Add("writes of the key", new JsonObject
        {
            ["number"] = entry.Version,
            ["revision of the last"] = entry.ModRevision > entry.CreateRevision ? "newer than that of the first" : "that of the first",
        });
    }

    /// <summary>Compacts etcd up to the key's revision, so that watches from an earlier one are refused.</summary>
    [When("etcd forgets every revision before that of this key")]
    public async Task EtcdForgets()
    {
        var revision = (await ReadExistingAsync()).ModRevision.ToString(CultureInfo.InvariantCulture);
        evidence.Note($"node1$ etcdctl compact {revision}");
        var result = await cluster.Cluster.Nodes[0].ExecuteAsync(["etcdctl", "compact", revision], cluster.Limit);
        Assert.True(result.ExitCode == 0, $"etcdctl compact {revision} failed: {result.Error}");
    }

    private static string EncodingOf(EtcdEntry entry) =>
        entry.Value.Span.StartsWith(ProtobufPrefix) ? "protobuf" : entry.Value.Span is [(byte)'{', ..] ? "JSON" : "something else";

    /// <summary>The scenario's other keys under the same prefix.</summary>
    private async Task<string> OthersAsync(string path)
    {
        var etcd = await cluster.OpenEtcdAsync();
        var prefix = path[..(path.LastIndexOf('/') + 1)];
        var others = (await etcd.ListKeysAsync(prefix, cluster.Limit))
            .Where(other => other != path && other.Contains(cluster.Namespace, StringComparison.Ordinal) && ReleaseDifferences.IsListedKey(other))
            .Select(other => other[prefix.Length..]);
        return string.Join(", ", others.DefaultIfEmpty("no other of the scenario"));
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
