using System.Globalization;
using Estaleiro.Clusters;
using Estaleiro.Clusters.ProxyRules;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using k8s;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>What kube-proxy writes into the nodes' kernels, the same words for iptables, nftables and IPVS.</summary>
[Binding]
public sealed class ProxyRuleSteps(ScenarioCluster cluster, EvidenceLog evidence, Outcome outcome, Names names)
{
    private const string KubeProxy = "kube-proxy";
    private const string StaysFor = "a client stays for";

    /// <summary>
    /// kube-proxy acts on a change within a second, unless it wrote less than that before
    /// (https://kubernetes.io/docs/reference/networking/virtual-ips/#optimizing-iptables-mode-performance). The rest is for a busy machine.
    /// </summary>
    private static readonly TimeSpan RulesLimit = TimeSpan.FromSeconds(60);

    /// <summary>Services as they were when they were last looked at: one that is deleted still has to be told from others.</summary>
    private readonly Dictionary<string, V1Service> services = new(StringComparer.Ordinal);

    /// <summary>The pods' names by their addresses, also of those that have gone.</summary>
    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal);

    /// <summary>
    /// Takes a cluster of two nodes whose kube-proxy runs in this mode, such as iptables or ipvs; an unknown mode fails with the list of
    /// modes.
    /// </summary>
    [Given("a cluster whose kube-proxy works with {word}")]
    public Task AClusterWhoseKubeProxyWorksWith(string mode) => cluster.AcquireAsync(ClusterSpec.SingleNode
        .WithNode(new NodeSpec("node1").WithLabel("disk", "hdd"))
        .WithNode(new NodeSpec("node2").WithLabel("disk", "ssd"))
        .WithProxyMode(Enum.TryParse<ProxyMode>(mode, ignoreCase: true, out var parsed)
            ? parsed
            : throw new FormatException($"kube-proxy does not work with '{mode}'. It does with {string.Join(", ", Enum.GetNames<ProxyMode>())}.")));

    /// <summary>
    /// Waits until every node's rules for the Service, read from its kernel, send to exactly these places; records them. Columns: sent
    /// to, goes to, share.
    /// </summary>
    [Given("on every node the Service {string} comes to be these rules:")]
    [When("on every node the Service {string} comes to be these rules:")]
    [Then("on every node the Service {string} comes to be these rules:")]
    [Given("em cada nó o Service {string} vira estas regras:")]
    [When("em cada nó o Service {string} vira estas regras:")]
    [Then("em cada nó o Service {string} vira estas regras:")]
    public Task OnEveryNodeTheseRules(string name, DataTable expected) => TheseRules(cluster.Cluster.Nodes, "every node", name, expected);

    /// <summary>
    /// Waits until the rules for the Service in one node's kernel are these; records them. Columns: sent to, goes to, share.
    /// </summary>
    [Then("on {string} the Service {string} comes to be these rules:")]
    public Task OnOneNodeTheseRules(string node, string name, DataTable expected) =>
        TheseRules(cluster.Cluster.Nodes.Where(one => one.Name == node), node, name, expected);

    /// <summary>Waits until no node's rules mention the Service's addresses, ports or chains any more; records that none do.</summary>
    [Then("on every node the rules of the Service {string} disappear")]
    public async Task RulesDisappear(string name)
    {
        var service = services.GetValueOrDefault(name) ?? await ReadAsync(name);
        foreach (var node in cluster.Cluster.Nodes)
        {
            await Repeatedly.LookAsync(
                cluster,
                token => RulesOfAsync(node, token),
                rules => Traces(rules, service) is { Count: > 0 } traces ? $"they still mention {string.Join(" and ", traces)}" : null,
                RulesLimit,
                $"the rules on {node.Name} to have nothing of the Service {name} any more");
        }

        outcome.Add($"rules of {name} on every node", await NoneButAsync(name, cluster.Cluster.Nodes));
    }

    /// <summary>True only together with a step before it that shows that kube-proxy has come to what was made later, or that it cannot have.</summary>
    [Then("on {string} the Service {string} is no rule")]
    public async Task NoRule(string nodeName, string name)
    {
        var service = await ReadAsync(name);
        var nodes = cluster.Cluster.Nodes.Where(node => nodeName is "every node" || node.Name == nodeName).ToArray();
        foreach (var node in nodes)
        {
            var traces = Traces(await RulesOfAsync(node, cluster.Limit), service);
            Assert.True(traces.Count == 0, $"The rules on {node.Name} mention {string.Join(" and ", traces)}, expected nothing of the Service {name}.");
        }

        outcome.Add($"rules of {name} on {nodeName}", await NoneButAsync(name, nodes));
    }

    /// <summary>Stops kube-proxy's process on the server node; the rules that it has written stay in the kernel.</summary>
    [When("kube-proxy is stopped on the server node")]
    public async Task IsStopped()
    {
        evidence.Note($"{cluster.Cluster.Nodes[0].Name}$ sv stop {KubeProxy}");
        await cluster.Cluster.StopComponentAsync(KubeProxy, cluster.Limit);
    }

    /// <summary>Starts kube-proxy's process on the server node again; does not wait until its rules are up to date.</summary>
    [When("kube-proxy is started again on the server node")]
    public async Task IsStarted()
    {
        evidence.Note($"{cluster.Cluster.Nodes[0].Name}$ sv start {KubeProxy}");
        await cluster.Cluster.StartComponentAsync(KubeProxy, cluster.Limit);
    }

    private static string Share(double share) =>
        Math.Round(1 / share) is var parts && Math.Abs((1 / parts) - share) < 1e-4
            ? parts is 1 ? "all" : string.Create(CultureInfo.InvariantCulture, $"1/{parts}")
            : share.ToString("0.000", CultureInfo.InvariantCulture);

    private static string SentTo(ServiceRule rule, V1Service service)
    {
        if (rule.Address is null)
        {
            var port = service.Spec.Ports.First(port => port.NodePort == rule.Port && Is(port, rule.Protocol));
            return $"node port of {port.Port}/{rule.Protocol}";
        }

        return $"{(rule.Address == service.Spec.ClusterIP ? "cluster ip" : "external ip")}:{rule.Port}/{rule.Protocol}";
    }

    /// <summary>In IPVS a node port is an entry for each of the node's addresses: the cluster's own are enough.</summary>
    private static bool IsOf(ServiceRule rule, V1Service service) => rule.Address is null
        ? service.Spec.Ports.Any(port => port.NodePort == rule.Port && Is(port, rule.Protocol))
        : (rule.Address == service.Spec.ClusterIP || service.Spec.ExternalIPs?.Contains(rule.Address) is true)
            && service.Spec.Ports.Any(port => port.Port == rule.Port && Is(port, rule.Protocol));

    private static bool Is(V1ServicePort port, string protocol) => string.Equals(port.Protocol ?? "TCP", protocol, StringComparison.OrdinalIgnoreCase);

    private List<string> Traces(NodeRules rules, V1Service service)
    {
        var words = new List<string> { $"{cluster.Namespace}/{service.Metadata.Name}" };
        if (service.Spec.ClusterIP is not ("None" or null))
        {
            words.Add(service.Spec.ClusterIP);
        }

        return [.. words.Where(rules.Mention)];
    }

    private async Task TheseRules(IEnumerable<IClusterNode> nodes, string where, string name, DataTable expected)
    {
        var service = await ReadAsync(name);
        var staysFor = expected.Header.Contains(StaysFor);
        string[] wanted = [.. expected.Rows.Select(row => string.Join(" | ", row.Values)).Order(StringComparer.Ordinal)];
        IReadOnlyList<string[]> last = [];
        foreach (var node in nodes)
        {
            evidence.Note($"{node.Name}$ iptables-save | grep {cluster.Namespace}/{name}   # or: nft list table ip kube-proxy; or: ipvsadm -Ln");
            await Repeatedly.LookAsync(
                cluster,
                async token =>
                {
                    var rules = await RulesOfAsync(node, token);
                    var endpoints = await NamesOfAddressesAsync(token);
                    last = [.. rules.Services.Where(rule => IsOf(rule, service)).SelectMany(rule => Rows(rule, service, endpoints))];
                    return last.Select(row => string.Join(" | ", staysFor ? row : row[..^1])).Order(StringComparer.Ordinal).ToArray();
                },
                found => found.SequenceEqual(wanted, StringComparer.Ordinal) ? null : found.Length == 0 ? "no rule" : string.Join("; ", found),
                RulesLimit,
                $"the rules on {node.Name} to be, for the Service {name}: {string.Join("; ", wanted)}");
        }

        outcome.Add($"rules of {name} on {where}", last.OrderBy(row => string.Join(' ', row), StringComparer.Ordinal).Aggregate(
            new OutcomeTable("sent to", "goes to", "share", StaysFor), (table, row) => table.Add(row)));
    }

    /// <summary>The other Services of the scenario that the nodes have rules for: they show that rules were read at all.</summary>
    private async Task<string> NoneButAsync(string name, IEnumerable<IClusterNode> nodes)
    {
        var all = await cluster.Cluster.Client.CoreV1.ListNamespacedServiceAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            var rules = await RulesOfAsync(node, cluster.Limit);
            found.UnionWith(all.Items.Where(service => service.Metadata.Name != name && Traces(rules, service).Count > 0).Select(service => service.Metadata.Name));
        }

        return found.Count == 0 ? "none" : $"none, but rules of {string.Join(", ", found)}";
    }

    private static IEnumerable<string[]> Rows(ServiceRule rule, V1Service service, Dictionary<string, string> endpoints)
    {
        var sentTo = SentTo(rule, service);
        IEnumerable<string[]> rows = rule.Verdict is ServiceRuleVerdict.Forwarded
            ? rule.Endpoints.Select(endpoint => new[] { sentTo, $"{endpoints.GetValueOrDefault(endpoint.Address, endpoint.Address)}:{endpoint.Port}", Share(endpoint.Share) })
            : [[sentTo, rule.Verdict is ServiceRuleVerdict.Refused ? "nobody: refused" : "nobody: dropped", "none"]];
        var affinity = rule.Affinity is { } time ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s") : "one request";
        return rows.Select(row => (string[])[.. row, affinity]);
    }

    private async Task<NodeRules> RulesOfAsync(IClusterNode node, CancellationToken cancellationToken)
    {
        cluster.Cluster.Capabilities.Require(Capability.NodeRules);
        return NodeRules.Parse((await node.ExecuteAsync(NodeRules.Command, cancellationToken)).Output);
    }

    private async Task<V1Service> ReadAsync(string name) =>
        services[name] = await cluster.Cluster.Client.CoreV1.ReadNamespacedServiceAsync(name, cluster.Namespace, cancellationToken: cluster.Limit);

    private async Task<Dictionary<string, string>> NamesOfAddressesAsync(CancellationToken cancellationToken)
    {
        var pods = await cluster.Cluster.Client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, cancellationToken: cancellationToken);
        foreach (var pod in pods.Items.Where(pod => pod.Status?.PodIP is { Length: > 0 }))
        {
            addresses[pod.Status.PodIP] = names.Replace(pod.Metadata.Name);
        }

        return addresses;
    }
}
