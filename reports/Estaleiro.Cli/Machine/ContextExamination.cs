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

        var possible = needs.Count(all => all.All(capability => facts.Capabilities.WhyMissing(capability) is null));
        services.Output.Line();
        services.Output.Line(
            $"At most {possible} of {needs.Count} scenarios can run here. "
            + "Those that want labels or arguments which this cluster lacks are skipped too.");
        return ExitCode.Green;
    }

    private static string NameOf((string Alias, string Name) node) =>
        node.Alias == node.Name ? node.Name : $"{node.Name} ({node.Alias} in the specs)";

    private static List<string> NeedsOf(KnownScenario scenario) =>
    [
        .. scenario.Tags.Where(tag => tag.StartsWith(RequiresTag, StringComparison.Ordinal)).Select(tag => tag[RequiresTag.Length..]),
        .. scenario.Tags.Where(tag => tag == $"@{Capability.OwnCluster}").Select(tag => tag[1..]),
    ];
}
