using Estaleiro.Clusters;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using ScenarioExecution = Estaleiro.Specs.Xunit.Hosting.ScenarioExecution;

namespace Estaleiro.Steps.Bindings;

/// <summary>What a scenario runs on.</summary>
[Binding]
public sealed class ClusterSteps(ScenarioCluster cluster, ScenarioContext scenario, ScenarioExecution execution)
{
    private static readonly string NeedsLabels = $"requires-{Capability.NodeLabels}";

    /// <summary>
    /// The cluster of scenarios that don't care. It is the one of the scheduler's examples, because clusters are shared by spec:
    /// a second kind of cluster would cost its start and show nothing more. An existing cluster will do as it is, unless a tag asks for the labels.
    /// </summary>
    private static readonly ClusterSpec Standard = ClusterSpec.SingleNode
        .WithNode(new NodeSpec("node1").WithLabel("disk", "hdd"))
        .WithNode(new NodeSpec("node2").WithLabel("disk", "ssd"));

    private bool NeedsNodeLabels => scenario.ScenarioInfo.CombinedTags.Contains(NeedsLabels);

    /// <summary>
    /// The cluster of scenarios that don't care which: two nodes, or an existing cluster as it is. Shared with other scenarios.
    /// </summary>
    [Given("a cluster")]
    [Given("um cluster")]
    public Task GivenACluster() => cluster.AcquireAsync(SpecRun.Current.Provider.StartsFreshClusters || NeedsNodeLabels ? Standard : ClusterSpec.SingleNode);

    /// <summary>
    /// A cluster with these nodes. Columns: <c>node</c>, and optionally <c>labels</c> and <c>taints</c>, each a list with commas.
    /// </summary>
    [Given("a cluster with these nodes:")]
    [Given("um cluster com estes nós:")]
    public Task GivenAClusterWithTheseNodes(DataTable nodes)
    {
        var spec = ClusterSpec.SingleNode.WithOnlyNodes(nodes.Rows.Select(Node).Select(Needed));
        return cluster.AcquireAsync(spec);
    }

    /// <summary>
    /// The usual cluster of two nodes, with more arguments of its components. Columns: <c>component</c>, <c>argument</c>.
    /// </summary>
    [Given("a cluster with these component arguments:")]
    public Task GivenAClusterWithTheseArguments(DataTable arguments) => cluster.AcquireAsync(
        arguments.Rows.Aggregate(Standard, (spec, row) => spec.WithArgument(row["component"], row["argument"])));

    /// <summary>A cluster of one node whose services end in that domain instead of cluster.local.</summary>
    [Given("a cluster with the domain {string}")]
    public Task GivenAClusterWithTheDomain(string domain) => cluster.AcquireAsync(ClusterSpec.SingleNode.WithClusterDomain(domain));

    /// <summary>A cluster of one node, with more arguments of its components. Columns: <c>component</c>, <c>argument</c>.</summary>
    [Given("a cluster of one node with these component arguments:")]
    public Task GivenAClusterOfOneNodeWithTheseArguments(DataTable arguments) => cluster.AcquireAsync(
        arguments.Rows.Aggregate(ClusterSpec.SingleNode, (spec, row) => spec.WithArgument(row["component"], row["argument"])));

    /// <summary>On an existing cluster, labels that no other step mentions are not needed: most scenarios have them to share a cluster.</summary>
    /// <exception cref="FormatException">A scenario that needs them has no tag that says so.</exception>
    private NodeSpec Needed(NodeSpec node)
    {
        var needed = node.Labels.Keys.Where(execution.MentionsElsewhere).ToList();
        if (needed.Count > 0 && !NeedsNodeLabels)
        {
            throw new FormatException($"The scenario needs the node label {needed[0]}: tag it @{NeedsLabels}.");
        }

        return SpecRun.Current.Provider.StartsFreshClusters ? node : node with { Labels = node.Labels.RemoveRange(node.Labels.Keys.Except(needed)) };
    }

    private static NodeSpec Node(DataTableRow row)
    {
        var node = new NodeSpec(row["node"]);
        foreach (var label in Split(row, "labels"))
        {
            var parts = label.Split('=', 2);
            node = node.WithLabel(parts[0], parts.Length == 2 ? parts[1] : "");
        }

        return Split(row, "taints").Aggregate(node, (current, taint) => current.WithTaint(taint));
    }

    private static string[] Split(DataTableRow row, string column) =>
        row.TryGetValue(column, out var cell)
            ? cell.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [];
}
