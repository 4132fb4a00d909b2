using System.Globalization;
using Estaleiro.Contract;
using Estaleiro.Reports.Model;
using Estaleiro.Reports.Outages;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Reports.Html;

/// <summary>A run, arranged for the report.</summary>
public sealed class ReportView
{
    private readonly Dictionary<ScenarioResult, string> anchors = new(ReferenceEqualityComparer.Instance);

    internal ReportView(TestRun run)
    {
        Run = run;
        Summary = RunSummary.Of(run);
        foreach (var scenario in run.Scenarios)
        {
            anchors[scenario] = string.Create(CultureInfo.InvariantCulture, $"s{anchors.Count + 1}");
        }

        Components = [.. MapBox.All.Select(box => new ComponentView(box, FeaturesOf(run, box))).Where(component => component.Features.Count > 0)];
        var shown = Components.SelectMany(component => component.Features).ToHashSet();
        Others = [.. run.Features.Where(feature => !shown.Contains(feature))];
        var clusters = ClustersOf(run);
        Clusters = ClusterGroup.Of(clusters);
        Failures = FailureView.Of(Summary);
        Outages = OutageMatrix.Of(run);
        Tags = [.. run.Scenarios.SelectMany(scenario => scenario.Tags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Timeline = new TimelineView(run, clusters);
    }

    internal TestRun Run { get; }

    internal RunSummary Summary { get; }

    /// <summary>The components with features, in the order of the talk.</summary>
    internal IReadOnlyList<ComponentView> Components { get; }

    /// <summary>Features that belong to no box of the map.</summary>
    internal IReadOnlyList<FeatureResult> Others { get; }

    /// <summary>The clusters that the scenarios ran on.</summary>
    internal IReadOnlyList<ClusterGroup> Clusters { get; }

    /// <summary>The failures, by cause.</summary>
    internal IReadOnlyList<FailureView> Failures { get; }

    /// <summary>What became of the cluster's capabilities while components were down.</summary>
    internal OutageMatrix Outages { get; }

    internal IReadOnlyList<string> Tags { get; }

    internal TimelineView Timeline { get; }

    internal string Title => Run.StartedAt is { } started
        ? $"Estaleiro Conformance, {started.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC"
        : "Estaleiro Conformance";

    /// <summary>What was tested, in one line; null if no cluster started.</summary>
    internal string? Tested => Clusters.Count == 0 ? null : string.Join(" · ", new[]
    {
        string.Join(" and ", Clusters.Select(group => $"Kubernetes {group.Facts.Kubernetes}").Distinct(StringComparer.Ordinal)),
        string.Join(" and ", Clusters.Select(group => group.Facts.Provider).Distinct(StringComparer.Ordinal)),
        Clusters.Sum(group => group.Names.Count) is var count and > 1 ? string.Create(CultureInfo.InvariantCulture, $"{count} clusters") : Clusters[0].NodesText,
        string.Join(" and ", Clusters.Select(group => group.Facts.Image).Distinct(StringComparer.Ordinal)),
    }.Where(part => part is { Length: > 0 }));

    /// <summary>The kit's version recorded by the run.</summary>
    internal string? Kit => Clusters.Select(group => group.Facts.Kit).FirstOrDefault(version => version is not null);

    /// <summary>Whether any scenario has this status.</summary>
    internal bool Has(string status) => Run.Scenarios.Any(scenario => Words.StatusOf(scenario) == status);

    internal string AnchorOf(ScenarioResult scenario) => anchors[scenario];

    private static List<FeatureResult> FeaturesOf(TestRun run, MapBox box) =>
        [.. run.Features.Where(feature => MapBox.Of(feature) == box)];

    private static List<ClusterNote> ClustersOf(TestRun run) =>
    [
        .. run.Scenarios.SelectMany(scenario => scenario.AllAttachments)
            .Where(file => EvidenceNames.IsCluster(file.EvidenceName))
            .Select(file => ClusterNote.TryParse(file.Body)).OfType<ClusterNote>()
            .DistinctBy(note => note.Name, StringComparer.Ordinal),
    ];
}
