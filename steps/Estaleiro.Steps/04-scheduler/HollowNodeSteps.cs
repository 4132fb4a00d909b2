using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.HollowNodes;
using Estaleiro.Steps.Scenarios;

namespace Estaleiro.Steps.Bindings;

/// <summary>
/// Nodes that cost nothing. They are Node objects whose leases the kit keeps fresh: no kubelet, so pods are bound to them and never run.
/// On an existing cluster only where the user allows it: tag the feature <c>@requires-hollow-nodes</c>.
/// </summary>
[Binding]
public sealed class HollowNodeSteps(ScenarioCluster cluster, HollowNodePool pool, EvidenceLog evidence)
{
    private static readonly string[] OwnColumns = ["node", "zone", "labels", "taints"];

    /// <summary>
    /// Columns are <c>node</c>, <c>zone</c>, <c>labels</c> (<c>a=b, c=d</c>) and <c>taints</c> (<c>a=b:NoSchedule</c>); any other column is a
    /// resource (<c>cpu</c>, <c>example.com/gpu</c>). Without a cell a node has 4 cpu, 8Gi memory and no zone.
    /// </summary>
    [Given("these hollow nodes:")]
    [When("these hollow nodes join:")]
    public async Task TheseHollowNodes(DataTable table)
    {
        evidence.Kubectl("create -f - # the nodes and their leases");
        await pool.JoinAsync([.. table.Rows.Select(row => Read(row, table.Header))]);
        evidence.Kubectl($"get nodes -l {HollowNode.PoolKey}={cluster.Namespace} -L {HollowNode.ZoneLabel}");
    }

    /// <summary>Marks the hollow node unschedulable; pods that are there stay.</summary>
    [Given("the hollow node {string} is cordoned")]
    [When("the hollow node {string} is cordoned")]
    public async Task IsCordoned(string node)
    {
        evidence.Kubectl($"cordon {pool.FullName(node)}");
        await pool.CordonAsync(node, cordon: true);
    }

    /// <summary>Lets the scheduler place pods on the hollow node again.</summary>
    [When("the hollow node {string} is uncordoned")]
    public async Task IsUncordoned(string node)
    {
        evidence.Kubectl($"uncordon {pool.FullName(node)}");
        await pool.CordonAsync(node, cordon: false);
    }

    /// <summary>Adds a taint, written key=value:Effect, to the hollow node.</summary>
    [When("the hollow node {string} gets the taint {string}")]
    public async Task GetsTheTaint(string node, string taint)
    {
        evidence.Kubectl($"taint node {pool.FullName(node)} {taint}");
        await pool.TaintAsync(node, HollowNode.ParseTaint(taint));
    }

    /// <summary>Sets a label, written key=value, on the hollow node and overwrites an existing one.</summary>
    [When("the hollow node {string} gets the label {string}")]
    public async Task GetsTheLabel(string node, string label)
    {
        evidence.Kubectl($"label node {pool.FullName(node)} {label} --overwrite");
        var pair = label.Split('=', 2);
        await pool.LabelAsync(node, pair[0], pair.Length == 2 ? pair[1] : "");
    }

    private static HollowNode Read(DataTableRow row, ICollection<string> header)
    {
        var labels = Split(row, "labels").Select(label => label.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair.Length == 2 ? pair[1] : "", StringComparer.Ordinal);
        if (row.TryGetValue("zone", out var zone) && zone.Length > 0)
        {
            labels[HollowNode.ZoneLabel] = zone;
        }

        var resources = header.Except(OwnColumns).Where(column => row[column].Length > 0).ToDictionary(column => column, column => row[column], StringComparer.Ordinal);
        return new HollowNode(row["node"], labels, Split(row, "taints"), resources);
    }

    private static string[] Split(DataTableRow row, string column) =>
        row.TryGetValue(column, out var cell)
            ? cell.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [];
}
