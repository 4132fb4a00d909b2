using System.Net;
using System.Text.Json.Nodes;
using Estaleiro.AddOns.Dns;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using k8s;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Whom pods ask, and whom DNS asks in turn.</summary>
[Binding]
public sealed class ResolverSteps(
    ScenarioCluster cluster, PodResolver resolver, AddressOwners owners, AddressWords words, EvidenceLog evidence, Outcome outcome) : IAsyncDisposable
{
    private const string CustomConfiguration = "coredns-custom";
    private const string SystemNamespace = "kube-system";

    private FixedDnsServer? outside;

    /// <summary>Of the search path only its beginning is compared: a node may add domains of its own.</summary>
    [Then("the resolver configuration of the pod {string} says:")]
    public async Task ConfigurationSays(string pod, DataTable table)
    {
        evidence.Kubectl($"exec -n {cluster.Namespace} {pod} -- cat /etc/resolv.conf");
        var lines = await resolver.ReadConfigurationAsync(pod);
        evidence.Note(string.Join('\n', lines));
        var says = new OutcomeTable("setting", "value", "lines");
        foreach (var row in table.Rows)
        {
            var expected = await words.FillInAsync(row["value"]);
            var found = string.Join(' ', lines.Where(line => line.StartsWith($"{row["setting"]} ", StringComparison.Ordinal)).Select(line => line[(row["setting"].Length + 1)..]));
            Assert.True(
                row["setting"] == "search" ? $"{found} ".StartsWith($"{expected} ", StringComparison.Ordinal) : found == expected,
                $"/etc/resolv.conf of the pod {pod} says {row["setting"]} '{found}', expected '{expected}'.");

            // Of a search path that goes on with the node's own domains only the beginning is the cluster's.
            says.Add(
                row["setting"], row["setting"] is "search" ? expected : found, $"{lines.Count(line => line.StartsWith($"{row["setting"]} ", StringComparison.Ordinal))}");
        }

        outcome.Add($"resolver configuration of {pod}", says);
    }

    /// <summary>Reads /etc/resolv.conf in the pod and looks for the word in its lines; records nothing of its own.</summary>
    [Then("the resolver configuration of the pod {string} does not name {string}")]
    public async Task ConfigurationDoesNotName(string pod, string value)
    {
        evidence.Kubectl($"exec -n {cluster.Namespace} {pod} -- cat /etc/resolv.conf");
        var unwanted = await words.FillInAsync(value);
        var lines = await resolver.ReadConfigurationAsync(pod);
        Assert.True(
            lines.All(line => !line.Split(' ').Contains(unwanted, StringComparer.Ordinal)), $"/etc/resolv.conf of the pod {pod} names {unwanted}: {string.Join("; ", lines)}");
    }

    /// <summary>
    /// Resolves each name by the pod's own resolver library, search domains included, as a program does; records whose addresses they
    /// are. Columns: name, address.
    /// </summary>
    [Then("programs in the pod {string} find:")]
    public async Task ProgramsFind(string pod, DataTable table)
    {
        var found = new OutcomeTable("name", "address", "whose address");
        foreach (var row in table.Rows)
        {
            var name = cluster.Expand(row["name"]);
            var expected = await words.FillInAsync(row["address"]);
            evidence.Kubectl($"exec -n {cluster.Namespace} {pod} -- ping -c 1 {name}");
            var address = await resolver.FindAddressAsync(pod, name, cluster.Limit) ?? LookupAnswer.NoSuchName;
            Assert.True(address == expected, $"A program in the pod {pod} finds for '{name}': {address}. Expected: {expected}.");
            found.Add(row["name"], address, await owners.DescribeAsync(address));
        }

        outcome.Add($"names in {pod}", found);
    }

    /// <summary>
    /// Starts a DNS server in this process that knows these names, with this time to live, and counts questions. Columns: name, address;
    /// needs @requires-kit-access.
    /// </summary>
    [Given("somebody outside the cluster knows, for {int} seconds each:")]
    public void SomebodyOutsideKnows(int seconds, DataTable table)
    {
        var address = cluster.Cluster.KitAddress
            ?? throw new InvalidOperationException("Pods do not reach this process: tag the scenario @requires-kit-access.");
        outside = FixedDnsServer.Start(
            new(address, 0),
            seconds,
            table.Rows.ToDictionary(row => cluster.Expand(row["name"]), row => (IReadOnlyList<IPAddress>)[IPAddress.Parse(row["address"])], StringComparer.Ordinal));
    }

    /// <summary>
    /// By a server block in the ConfigMap that k3s' CoreDNS reads (https://docs.k3s.io/networking/networking-services#coredns). The zone must be the
    /// scenario's own, because others use the same DNS.
    /// </summary>
    [Given("DNS is told to ask them for names of {string}, and to keep what they say")]
    public async Task DnsIsToldToAskThem(string zone)
    {
        var server = outside ?? throw new InvalidOperationException("Nobody outside the cluster was started in this scenario.");
        if (!zone.Contains("{namespace}", StringComparison.Ordinal))
        {
            throw new FormatException($"DNS is everybody's: put {{namespace}} into the zone '{zone}'.");
        }

        var key = $"{cluster.Namespace}.server";
        var block = $"{cluster.Expand(zone)}:53 {{\n    forward . {server.EndPoint}\n    cache 30\n}}\n";
        evidence.Kubectl($"patch configmap -n {SystemNamespace} {CustomConfiguration} --type=merge -p '{{\"data\":{{\"{key}\": …}}}}'");
        evidence.Note(block);
        cluster.AtEnd(() => SetAsync(key, null));
        await SetAsync(key, block);
    }

    /// <summary>Compares the outside DNS server's count of questions for the name, which shows what was cached; records it.</summary>
    [Then("they were asked for {string} {int} time(s)")]
    public void TheyWereAsked(string name, int times)
    {
        var asked = outside?.TimesAsked(cluster.Expand(name)) ?? throw new InvalidOperationException("Nobody outside the cluster was started in this scenario.");
        Assert.True(asked == times, $"They were asked for {cluster.Expand(name)} {asked} times, expected {times}.");
        outcome.Add("asked outside", new OutcomeTable("name", "times").Add(name, $"{asked}"));
    }

    public async ValueTask DisposeAsync()
    {
        if (outside is not null)
        {
            await outside.DisposeAsync();
        }
    }

    /// <summary>Several scenarios may write at a time, each a key of its own: hence by apply, each with a manager of its own.</summary>
    private async Task SetAsync(string key, string? value)
    {
        var map = new JsonObject
        {
            ["apiVersion"] = V1ConfigMap.KubeApiVersion,
            ["kind"] = V1ConfigMap.KubeKind,
            ["metadata"] = new JsonObject { ["name"] = CustomConfiguration },
            ["data"] = value is null ? [] : new JsonObject { [key] = value },
        };
        await cluster.Cluster.Client.CoreV1.PatchNamespacedConfigMapAsync(
            new V1Patch(map.ToJsonString(), V1Patch.PatchType.ApplyPatch),
            CustomConfiguration,
            SystemNamespace,
            fieldManager: $"estaleiro-{cluster.Namespace}",
            force: true,
            cancellationToken: CancellationToken.None);
    }
}
