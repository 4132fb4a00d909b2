using Estaleiro.Cli.Features;
using Estaleiro.Cli.Running;
using Estaleiro.Cli.Terminal;
using Estaleiro.Clusters;

namespace Estaleiro.Cli.Machine;

/// <summary>Shows what an existing cluster can do, and how many scenarios need what it lacks.</summary>
internal sealed class ContextExamination(CliServices services)
{
    private const string RequiresTag = "@requires-";

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal async Task<int> TellAsync(ClusterOptions options, CancellationToken cancellationToken)
    {
        var facts = await services.ContextSweeps.ExamineAsync(options, cancellationToken);
        var features = await services.Features.LoadAsync(services.FindRepository(), cancellationToken);
        var originals = features.Where(feature => !Translations.IsTranslated(feature));
        var needs = originals.SelectMany(feature => feature.Scenarios).Select(NeedsOf).ToList();
        services.Output.Line($"ok       Kubernetes {facts.Version}", Tone.Good);
        services.Output.Line($"ok       nodes that can take pods: {string.Join(", ", facts.Nodes.Select(NameOf))}", Tone.Good);
        foreach (var capability in needs.SelectMany(all => all).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (name, reason) = (capability, facts.Capabilities.WhyMissing(capability));
            var count = CountText.Of(needs.Count(all => all.Contains(name)), "scenario");
            services.Output.Line(
                reason is null ? $"ok       {name}: {count}" : $"missing  {name}: {count}; {reason}", reason is null ? Tone.Good : Tone.Warning);
        }

        var possible = Possible(null);
        services.Output.Line();
        services.Output.Line($"{possible} of {CountText.Of(needs.Count, "scenario")} can run here.");
        foreach (var permission in Permission.All.Where(name => Possible(name) > possible))
        {
            services.Output.Line($"{Permission.Option(permission)} adds {CountText.Of(Possible(permission) - possible, "scenario")}.");
            if (permission == Permission.HollowNodes)
            {
                services.Output.Line(Permission.HollowNodesWarning, Tone.Warning);
            }
        }

        return ExitCode.Green;

        int Possible(string? permission) =>
            needs.Count(all => all.All(capability => capability == permission || facts.Capabilities.WhyMissing(capability) is null));
    }

    private static string NameOf((string Alias, string Name) node) =>
        node.Alias == node.Name ? node.Name : $"{node.Name} ({node.Alias} in the specs)";

    private static List<string> NeedsOf(KnownScenario scenario) =>
    [
        .. scenario.Tags.Where(tag => tag.StartsWith(RequiresTag, StringComparison.Ordinal)).Select(tag => tag[RequiresTag.Length..]),
        .. scenario.Tags.Where(tag => tag == $"@{Capability.OwnCluster}").Select(tag => tag[1..]),
    ];
}
