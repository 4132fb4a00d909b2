using Estaleiro.Contract.Outages;

namespace Estaleiro.Reports.BrowserTests;

/// <summary>Rows of a matrix as large as the kit's own. The values are made up.</summary>
internal static class SampleOutages
{
    private static readonly string[] Capabilities =
    [
        "running pods go on", "a service answers over an open connection", "a service answers over a new connection", "a name resolves",
        "an Ingress is served", "an object is read", "objects are listed from the cache", "an object is written", "a watch hears",
        "a new pod runs", "a crashed container is restarted", "a deleted pod is replaced", "a rollout goes on",
        "an unready pod leaves its service", "a new service gets traffic", "a dead node is noticed and its pods are replaced", "exec and logs", "a CronJob fires",
        "a CSR is signed", "a leader election is held", "kubectl says what is wrong",
    ];

    // One letter for each capability: . works, a at once, l lease, g grace period, t toleration, f frozen, ? not measured.
    private static readonly (string Component, string Manner, string Cells)[] Rows =
    [
        ("API server", "stopped", "...ffaaaaa.aaaaaaaala"),
        ("API server", "frozen", "...ffaaaaa.aaaaaaaal."),
        ("container runtime", "stopped", "..g......aa..g.t?...."),
        ("controllers", "stopped", "...........aaaal.aa.."),
        ("DNS server", "scaled to none", "...a................."),
        ("etcd", "stopped", "...ffaaffa.aaaaaaaala"),
        ("ingress controller", "scaled to none", "....a................"),
        ("kube-proxy", "stopped", ".............aa......"),
        ("kubelet of node2", "stopped", "..g......aa..a..a...."),
        ("node2", "powered off", "aaga.....aat.gatg...."),
        ("routes between nodes", "cut", ".aaaa................"),
        ("scheduler", "stopped", ".........a.aa....a..."),
    ];

    internal static IEnumerable<OutageRow> All => Rows.Select(row => new OutageRow(
        row.Component,
        row.Manner,
        [.. Capabilities.Select((capability, index) => Cell(capability, row.Cells[index], index))],
        12.5,
        row.Component == "node2" ? null : 3.25));

    private static OutageCell Cell(string capability, char letter, int index) => new(
        capability,
        letter switch
        {
            '.' => CapabilityState.Works,
            'f' => CapabilityState.Frozen,
            '?' => CapabilityState.NotMeasured,
            _ => CapabilityState.Fails,
        },
        letter switch
        {
            'a' or 'f' => TimeClass.AtOnce,
            'l' => TimeClass.WithinLease,
            'g' => TimeClass.AfterGracePeriod,
            't' => TimeClass.AfterToleration,
            _ => TimeClass.Never,
        },
        letter == '.' ? "Nothing that it needs was down." : "Nobody writes the pod's nodeName while the scheduler is down.",
        "kubectl get pods --field-selector spec.nodeName= --namespace a-namespace-with-a-long-name-1a2b3c4d --output wide",
        index is > 0 and < 5 ? new SampleCount(240, letter == '.' ? 0 : 3, letter == '.' ? null : 0.1, letter == '.' ? null : 9.8) : null);
}
