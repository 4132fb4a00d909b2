using System.Text.RegularExpressions;

namespace Estaleiro.Reports.Outages;

/// <summary>Capabilities that a reader looks for together, recognized by the words of their names.</summary>
/// <param name="Name">The heading of their columns.</param>
/// <param name="Capabilities">The capabilities, in the order of the catalogue of probes.</param>
public sealed partial record CapabilityGroup(string Name, IReadOnlyList<string> Capabilities)
{
    /// <summary>What fits none of the others: pods, rollouts, jobs.</summary>
    private const string Workloads = "Workloads";

    // The first whose words occur in a name has it: "a dead node is noticed and its pods are replaced" is about nodes.
    private static readonly (string Name, Regex Words)[] Known =
    [
        ("Nodes", Nodes()),
        ("People", People()),
        ("Traffic", Traffic()),
        ("API", Api()),
    ];

    private static readonly string[] Order = ["Traffic", "API", Workloads, "Nodes", "People"];

    /// <summary>Arranges capabilities in groups. The order of capabilities within a group stays.</summary>
    public static IReadOnlyList<CapabilityGroup> Of(IEnumerable<string> capabilities) =>
    [
        .. capabilities.GroupBy(NameOf).OrderBy(group => Array.IndexOf(Order, group.Key))
            .Select(group => new CapabilityGroup(group.Key, [.. group])),
    ];

    internal static string NameOf(string capability) =>
        Array.Find(Known, group => group.Words.IsMatch(capability)).Name ?? Workloads;

    [GeneratedRegex(@"\bnodes?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Nodes();

    [GeneratedRegex(@"\b(exec|logs?|csr|certificates?|kubectl|humans?|people|port-forward)\b", RegexOptions.IgnoreCase)]
    private static partial Regex People();

    [GeneratedRegex(@"\b(services?|traffic|names?|dns|ingress|connections?|requests?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Traffic();

    [GeneratedRegex(@"\b(api|read(s|ing)?|gets?|list(s|ed|ing)?|cache|writ\w+|creates?|watch\w*|elections?|leases?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Api();
}
