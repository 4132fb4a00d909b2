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
    /// a second kind of cluster would cost its start and show nothing more. An existing cluster will do as it is.
    /// </summary>
    private static readonly ClusterSpec Standard = ClusterSpec.SingleNode
        .WithNode(new NodeSpec("node1").WithLabel("disk", "hdd"))
        .WithNode(new NodeSpec("node2").WithLabel("disk", "ssd"));

    /// <summary>
    /// Takes a throwaway cluster of two nodes labelled disk=hdd and disk=ssd, or the existing cluster as it is, and a namespace of the
    /// scenario's own.
    /// </summary>
    [Given("a cluster")]
    [Given("um cluster")]
    public Task GivenACluster() => cluster.AcquireAsync(SpecRun.Current.Provider.StartsFreshClusters ? Standard : ClusterSpec.SingleNode);

    /// <summary>
    /// Takes a cluster with exactly these nodes. Columns: node and, if wanted, labels and taints, separated by commas; labels that other
    /// steps use need the tag @requires-node-labels.
    /// </summary>
    [Given("a cluster with these nodes:")]
    [Given("um cluster com estes nós:")]
    public Task GivenAClusterWithTheseNodes(DataTable nodes)
    {
        var spec = ClusterSpec.SingleNode.WithOnlyNodes(nodes.Rows.Select(Node).Select(Needed));
        return cluster.AcquireAsync(spec);
    }

    /// <summary>
    /// Takes the standard two-node cluster, its components started with these additional arguments. Columns: component, argument.
    /// </summary>
    [Given("a cluster with these component arguments:")]
    public Task GivenAClusterWithTheseArguments(DataTable arguments) => cluster.AcquireAsync(
        arguments.Rows.Aggregate(Standard, (spec, row) => spec.WithArgument(row["component"], row["argument"])));

    /// <summary>Takes a cluster of one node whose DNS names end in another domain than cluster.local.</summary>
    [Given("a cluster with the domain {string}")]
    public Task GivenAClusterWithTheDomain(string domain) => cluster.AcquireAsync(ClusterSpec.SingleNode.WithClusterDomain(domain));

    /// <summary>
    /// Takes a cluster of one node, its components started with these additional arguments. Columns: component, argument.
    /// </summary>
    [Given("a cluster of one node with these component arguments:")]
    public Task GivenAClusterOfOneNodeWithTheseArguments(DataTable arguments) => cluster.AcquireAsync(
        arguments.Rows.Aggregate(ClusterSpec.SingleNode, (spec, row) => spec.WithArgument(row["component"], row["argument"])));

    /// <summary>On an existing cluster, labels that no other step mentions are not needed: most scenarios have them to share a cluster.</summary>
    /// <exception cref="FormatException">A scenario that needs them has no tag that says so.</exception>
    private NodeSpec Needed(NodeSpec node)
    {
        var needed = node.Labels.Keys.Where(execution.MentionsElsewhere).ToList();
        if (needed.Count > 0 && !scenario.ScenarioInfo.CombinedTags.Contains(NeedsLabels))
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
