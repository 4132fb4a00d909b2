using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Clusters;
using Xunit;

namespace Estaleiro.Cli.Tests;

public sealed class ContextExaminationTests : IDisposable
{
    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task Doctor_says_what_a_cluster_lacks_and_how_many_scenarios_need_it()
    {
        cli.Features.All.Clear();
        cli.Features.All.Add(FakeFeatures.Feature(
            "features/10-dns/Dns.feature",
            "Dns",
            "@dns",
            ("one", 3, ["@requires-dns"]),
            ("two", 6, ["@requires-dns", "@own-cluster"]),
            ("three", 9, ["@requires-kubernetes>=1.21"]),
            ("four", 12, []),
            ("five", 15, ["@requires-hollow-nodes"]),
            ("six", 18, ["@requires-hollow-nodes", "@own-cluster"])));
        KubernetesVersion version = new(1, 36, 2);
        cli.ContextSweeps.Facts = new(
            version,
            [("node1", "alpha"), ("node2", "node2")],
            new CapabilitySet(version, new Dictionary<Capability, string?>
            {
                [Capability.Dns] = null,
                [Capability.HollowNodes] = "not allowed",
                [Capability.OwnCluster] = "it is used as it is",
            }));

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("doctor", "--context", "lab"));

        Assert.Equal(
            """
            ok       Kubernetes 1.36.2
            ok       nodes that can take pods: alpha (node1 in the specs), node2
            ok       dns: 2 scenarios
            missing  hollow-nodes: 2 scenarios; not allowed
            ok       kubernetes>=1.21: 1 scenario
            missing  own-cluster: 2 scenarios; it is used as it is

            3 of 6 scenarios can run here.
            --allow hollow-nodes adds 1 scenario.

            """.ReplaceLineEndings("\n") + Permission.HollowNodesWarning + "\n",
            cli.Output);
        Assert.Equal(("kubeconfig", "lab"), (cli.ContextSweeps.Asked[0].Provider, cli.ContextSweeps.Asked[0].Context));
    }
}
