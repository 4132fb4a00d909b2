using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Scenarios;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Nodes that fall silent, or come back.</summary>
[Binding]
public sealed class NodeSteps(ScenarioCluster cluster, EvidenceLog evidence)
{
    /// <summary>Switches the node off and on again and waits until it is Ready.</summary>
    [When("the node {string} is restarted")]
    public async Task IsRestarted(string name)
    {
        evidence.Note($"# switch {name} off and on again, and: kubectl wait node/{name} --for=condition=Ready");
        await cluster.RestartNodeAsync(name);
    }

    /// <summary>Kills the kubelet's process on the node and keeps it stopped; containers run on.</summary>
    [When("the kubelet of {string} falls silent")]
    public async Task TheKubeletFallsSilent(string name)
    {
        evidence.Note($"# on {name}: sv force-stop kubelet");
        var node = cluster.Cluster.Nodes.Single(node => node.Name == name);
        var result = await node.ExecuteAsync(["sv", "-w", "10", "force-stop", "kubelet"], cluster.Limit);
        Assert.True(result.ExitCode == 0, $"The kubelet of {name} did not stop: {result.Output.Trim()} {result.Error.Trim()}");
    }
}
