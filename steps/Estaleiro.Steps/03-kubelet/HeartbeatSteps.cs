using System.Globalization;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>How a kubelet says that its node is alive, and how it comes back.</summary>
[Binding]
public sealed class HeartbeatSteps(ScenarioCluster cluster, EvidenceLog evidence, Outcome outcome)
{
    private const string LeaseNamespace = "kube-node-lease";

    /// <summary>
    /// Waits for renewals of the node's Lease and compares the time between two with the lease's duration; records its holder, duration
    /// and owner.
    /// </summary>
    [Then("the kubelet of {string} renews its lease {int} times, each time before it runs out")]
    public async Task RenewsItsLease(string name, int times)
    {
        evidence.Kubectl($"get -n {LeaseNamespace} lease {name} --watch -o jsonpath='{{.spec.renewTime}}'");
        var lease = await ReadAsync(name, null);
        for (var number = 1; number <= times; number++)
        {
            var next = await ReadAsync(name, lease.Spec.RenewTime);
            var (pause, duration) = (next.Spec.RenewTime - lease.Spec.RenewTime, TimeSpan.FromSeconds(lease.Spec.LeaseDurationSeconds!.Value));
            evidence.Note($"renewed at {next.Spec.RenewTime:HH:mm:ss.fff}, {pause!.Value.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s later");
            Assert.True(pause < duration, $"The lease of {name} was renewed after {pause.Value.TotalSeconds:0} s, expected less than its duration of {duration.TotalSeconds:0} s.");
            lease = next;
        }

        Assert.True(lease.Spec.HolderIdentity == name, $"The lease of {name} is held by {lease.Spec.HolderIdentity}.");
        var owners = lease.Metadata.OwnerReferences?.Select(owner => $"{owner.Kind} {owner.Name}") ?? [];
        outcome.Add("lease", new OutcomeTable("held by", "good for", "owned by").Add(
            lease.Spec.HolderIdentity, $"{lease.Spec.LeaseDurationSeconds} s", string.Join(", ", owners.DefaultIfEmpty("nobody"))));
    }

    /// <summary>Starts the kubelet's process on the node; does not wait until the node is Ready.</summary>
    [When("the kubelet of {string} starts again")]
    public async Task TheKubeletStartsAgain(string name)
    {
        evidence.Note($"# on {name}: sv start kubelet");
        var node = cluster.Cluster.Nodes.Single(node => node.Name == name);
        var result = await node.ExecuteAsync(["sv", "-w", "10", "start", "kubelet"], cluster.Limit);
        Assert.True(result.ExitCode == 0, $"The kubelet of {name} did not start: {result.Output.Trim()} {result.Error.Trim()}");
    }

    private Task<V1Lease> ReadAsync(string name, DateTime? renewedAfter) => cluster.Await().One<V1Lease>(name, LeaseNamespace).UntilAsync(
        lease => lease.Spec.RenewTime is not null && (renewedAfter is null || lease.Spec.RenewTime > renewedAfter),
        $"the lease of {name} to be renewed",
        ScenarioCluster.StepLimit,
        cluster.Limit);
}
