using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Estaleiro.Clusters;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using k8s;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>The pod network between the nodes: addresses, routes, and how large a packet may be.</summary>
[Binding]
public sealed partial class RouteSteps(
    ScenarioCluster cluster, AddressWords words, PodShell shell, EvidenceLog evidence, Outcome outcome)
{
    /// <summary>A node that joined a moment ago is on the others' routes a moment later.</summary>
    private static readonly TimeSpan RoutesLimit = TimeSpan.FromSeconds(30);

    /// <summary>What a packet of ping has before its data, in bytes.</summary>
    private const int IpAndIcmpHeader = 28;

    private readonly Dictionary<string, string> lost = new(StringComparer.Ordinal);
    private string answer = "";

    /// <summary>
    /// The next hop is the other node's own address where routes lead straight there, and the address of its end of the tunnel where there is one
    /// (flannel's VXLAN): either way it is an address of that node.
    /// </summary>
    [Then("the routes send each pod range to its node:")]
    public async Task RoutesSendEachPodRange(DataTable expected)
    {
        var ranges = await PodRangesAsync();
        var table = new OutcomeTable([.. expected.Header]);
        foreach (var row in expected.Rows)
        {
            var (on, of) = (Node(row["on"]), Node(row["pod range of"]));
            evidence.Note($"{on.Name}$ ip route    # {of.Name} has {ranges[of.Name]}");
            var next = await Repeatedly.LookAsync(
                cluster,
                async token => NextHop().Match(await RouteAsync(on, ranges[of.Name], token)).Groups["address"].Value,
                address => address.Length > 0 ? null : "no route to it with a next hop",
                RoutesLimit,
                $"{on.Name} to have a route to {ranges[of.Name]}, the pods of {of.Name}");
            var owners = new List<string>();
            foreach (var node in cluster.Cluster.Nodes)
            {
                if ((await RunAsync(node, ["ip", "-4", "addr"])).Contains($" {next}/", StringComparison.Ordinal))
                {
                    owners.Add(node.Name);
                }
            }

            Assert.True(
                owners is [var owner] && owner == row["next hop belongs to"],
                $"{on.Name} sends {ranges[of.Name]}, the pods of {of.Name}, to {next}, an address of {(owners.Count == 0 ? "no node" : string.Join(" and ", owners))}; expected {row["next hop belongs to"]}.");
            table.Add(on.Name, of.Name, owners[0]);
        }

        outcome.Add("routes", table);
    }

    /// <summary>
    /// Looks at all running pods of the cluster that don't use their node's network; records those of the scenario, of which it needs
    /// two.
    /// </summary>
    [Then("every pod of the cluster has an address of its own, from the range of its node")]
    public async Task EveryPodHasAnAddressOfItsOwn()
    {
        evidence.Kubectl("get pods -A -o custom-columns=NAME:.metadata.name,IP:.status.podIP,NODE:.spec.nodeName");
        evidence.Kubectl("get nodes -o custom-columns=NAME:.metadata.name,PODS:.spec.podCIDR");
        var ranges = await PodRangesAsync();
        var all = await cluster.Cluster.Client.CoreV1.ListPodForAllNamespacesAsync(cancellationToken: cluster.Limit);
        var running = all.Items.Where(pod => pod.Status?.Phase is "Running" && pod.Status.PodIP is not null && pod.Metadata.DeletionTimestamp is null
            && pod.Spec.HostNetwork is not true && ranges.ContainsKey(pod.Spec.NodeName)).ToArray();
        var shared = running.GroupBy(pod => pod.Status.PodIP, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        Assert.True(shared is null, $"These pods share the address {shared?.Key}: {string.Join(", ", shared?.Select(Full) ?? [])}.");
        foreach (var pod in running)
        {
            Assert.True(
                IPNetwork.Parse(ranges[pod.Spec.NodeName]).Contains(IPAddress.Parse(pod.Status.PodIP)),
                $"{Full(pod)} on {pod.Spec.NodeName} has {pod.Status.PodIP}, expected an address from {ranges[pod.Spec.NodeName]}, its node's range.");
        }

        var own = running.Where(pod => pod.Metadata.NamespaceProperty == cluster.Namespace).OrderBy(pod => pod.Metadata.Name, StringComparer.Ordinal).ToArray();
        Assert.True(own.Length >= 2, $"{own.Length} pods of the scenario run, expected two at least: nothing can be said of fewer.");
        outcome.Add("addresses, no two the same", own.Aggregate(
            new OutcomeTable("pod", "node", "address from the range of"),
            (table, pod) => table.Add(pod.Metadata.Name, pod.Spec.NodeName, OwnerOfRange(pod.Status.PodIP))));

        string OwnerOfRange(string address) => ranges.Single(range => IPNetwork.Parse(range.Value).Contains(IPAddress.Parse(address))).Key;
    }

    /// <summary>
    /// Checks that the pod, which uses its node's network, has the node's address; records every pod of the scenario with that address.
    /// </summary>
    [Then("the pod {string} has the address of {string}")]
    public async Task HasTheAddressOf(string pod, string node)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} pod {pod} -o wide");
        var address = await words.OfPodAsync(pod);
        Assert.True(address == Node(node).Address, $"The pod {pod} has {address}, expected {Node(node).Address}, the address of {node}.");
        var all = await cluster.Cluster.Client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        var sharing = all.Items.Where(one => one.Status?.PodIP == address).OrderBy(one => one.Metadata.Name, StringComparer.Ordinal);
        outcome.Add($"address of {pod}", sharing.Aggregate(
            new OutcomeTable("pod", "node", "network of the node", "address", "address of the node"),
            (table, one) => table.Add(
                one.Metadata.Name, one.Spec.NodeName, one.Spec.HostNetwork is true ? "yes" : "no", one.Status.PodIP, one.Status.HostIP)));
    }

    /// <summary>Larger than any packet, both ways: the echo server sends back what it got.</summary>
    [When("the pod {string} posts the numbers from 1 to {int} to {string}")]
    public async Task PostsTheNumbers(string pod, int last, string address)
    {
        var url = await words.FillInAsync(address);
        var script = $"seq 1 {last} > /tmp/numbers && timeout 30 wget -q -O - --post-file=/tmp/numbers {url}";
        evidence.Kubectl($"exec -n {cluster.Namespace} {pod} -- sh -c '{script}'");
        var result = await shell.ExecuteAsync(pod, ["sh", "-c", script], cluster.Limit);
        Assert.True(result.ExitCode == 0, $"{pod} got no answer from {url} to the numbers from 1 to {last}: exit code {result.ExitCode}, {result.Error}");
        answer = result.Output;
    }

    /// <summary>
    /// Compares the body of the echoed request line by line, to show that nothing was lost or reordered; records its first and last line
    /// and its length.
    /// </summary>
    [Then("the answer holds all numbers from 1 to {int}")]
    public void HoldsAllNumbers(int last)
    {
        var body = answer[(answer.IndexOf("BODY:", StringComparison.Ordinal) + "BODY:".Length)..];
        string[] found = body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] wanted = [.. Enumerable.Range(1, last).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        Assert.True(
            found.SequenceEqual(wanted),
            $"{found.Length} lines came back, expected the {last} that were sent; the first that differs is line {found.Zip(wanted).TakeWhile(pair => pair.First == pair.Second).Count() + 1}.");
        var echo = EchoAnswer.ParseAll(answer)[0];
        outcome.Add("echoed", new OutcomeTable("by", "on", "method", "content-length", "first", "last")
            .Add(echo.PodName, echo["node_name"], echo["command"], echo["content-length"], found[0], found[^1]));
    }

    /// <summary>
    /// The receiver's kernel counts the pieces that it has to put together again. A packet that fits is sent with the order not to cut it, so one that is
    /// too large somewhere on the way does not arrive at all.
    /// </summary>
    [Then("the largest packet that {string} can send reaches {string} in one piece, and a larger one in pieces")]
    public async Task LargestPacketReaches(string pod, string other)
    {
        var target = await words.OfPodAsync(other);
        var mtu = int.Parse((await InPodAsync(pod, ["cat", "/sys/class/net/eth0/mtu"])).Output.Trim(), CultureInfo.InvariantCulture);
        var whole = await PiecesAsync(mtu);
        Assert.True(whole == 0, $"A packet of {mtu} bytes, as {pod}'s interface allows, reached {other} in {whole} pieces, expected one piece.");
        var larger = await PiecesAsync(mtu + 1);
        Assert.True(larger > 0, $"{other} counted no pieces of a packet of {mtu + 1} bytes although {pod}'s interface allows {mtu}: then its count shows nothing.");
        outcome.Add($"from {pod} to {other}", new OutcomeTable("packet", "pieces put together")
            .Add("as large as the interface allows", $"{whole}").Add("one byte larger", $"{larger}"));

        async Task<int> PiecesAsync(int bytes)
        {
            var before = await ReassembledAsync(other);
            var size = (bytes - IpAndIcmpHeader).ToString(CultureInfo.InvariantCulture);
            var ping = await InPodAsync(pod, ["ping", "-c", "1", "-w", "5", "-s", size, target]);
            Assert.True(ping.ExitCode == 0, $"A packet of {bytes} bytes from {pod}, whose interface allows {mtu}, got no answer from {other} ({target}): {ping.Output.Trim()} {ping.Error.Trim()}");
            return await ReassembledAsync(other) - before;
        }
    }

    /// <summary>
    /// Replaces the node's one route to the other node's pods with "unreachable", so that packets don't leave by the default route
    /// instead.
    /// </summary>
    [When("{string} loses its route to the pods of {string}")]
    public async Task LosesItsRoute(string on, string of)
    {
        var range = (await PodRangesAsync())[of];
        var route = (await RouteAsync(Node(on), range, cluster.Limit)).Trim();
        Assert.True(route.Length > 0 && !route.Contains('\n', StringComparison.Ordinal), $"{on} has not one route to {range}, the pods of {of}, but: '{route}'.");

        // Merely without it, the packets would leave by the default route, and who knows where to.
        evidence.Note($"{on}$ ip route replace unreachable {range}    # in place of: {route}");
        await RunAsync(Node(on), ["ip", "route", "replace", "unreachable", range]);
        lost[on] = route;
    }

    /// <summary>Restores the route that an earlier step took from the node.</summary>
    [When("{string} gets its route back")]
    public async Task GetsItsRouteBack(string on)
    {
        var route = lost.GetValueOrDefault(on) ?? throw new InvalidOperationException($"{on} lost no route.");
        evidence.Note($"{on}$ ip route replace {route}");
        await RunAsync(Node(on), ["sh", "-c", $"ip route replace {route}"]);
    }

    private static string Full(V1Pod pod) => $"{pod.Metadata.NamespaceProperty}/{pod.Metadata.Name}";

    [GeneratedRegex(@"\svia (?<address>\d+\.\d+\.\d+\.\d+)")]
    private static partial Regex NextHop();

    private IClusterNode Node(string name) => cluster.Cluster.Nodes.Single(node => node.Name == name);

    private async Task<Dictionary<string, string>> PodRangesAsync()
    {
        var nodes = await cluster.Cluster.Client.CoreV1.ListNodeAsync(cancellationToken: cluster.Limit);
        return nodes.Items.Where(node => cluster.Cluster.Nodes.Any(known => known.Name == node.Metadata.Name) && node.Spec.PodCIDR is not null)
            .ToDictionary(node => node.Metadata.Name, node => node.Spec.PodCIDR, StringComparer.Ordinal);
    }

    private static async Task<string> RouteAsync(IClusterNode node, string range, CancellationToken cancellationToken) =>
        (await node.ExecuteAsync(["ip", "-4", "route", "show", range], cancellationToken)).Output;

    private async Task<string> RunAsync(IClusterNode node, string[] command)
    {
        var result = await node.ExecuteAsync(command, cluster.Limit);
        Assert.True(result.ExitCode == 0, $"'{string.Join(' ', command)}' on {node.Name} ended with {result.ExitCode}: {result.Error.Trim()}");
        return result.Output;
    }

    /// <summary>How many pieces of packets a pod's kernel has got so far (ReasmReqds, https://www.rfc-editor.org/rfc/rfc4293).</summary>
    private async Task<int> ReassembledAsync(string pod)
    {
        var result = await shell.ExecuteAsync(pod, ["cat", "/proc/net/snmp"], cluster.Limit);
        var lines = result.Output.Split('\n').Where(line => line.StartsWith("Ip:", StringComparison.Ordinal)).Select(line => line.TrimEnd('\r').Split(' ')).ToArray();
        return int.Parse(lines[1][Array.IndexOf(lines[0], "ReasmReqds")], CultureInfo.InvariantCulture);
    }

    private async Task<NodeCommandResult> InPodAsync(string pod, string[] command)
    {
        evidence.Kubectl($"exec -n {cluster.Namespace} {pod} -- {string.Join(' ', command)}");
        var result = await shell.ExecuteAsync(pod, command, cluster.Limit);
        evidence.Note($"{result.Output.Trim()} {result.Error.Trim()}");
        return result;
    }
}
