using System.Globalization;
using Estaleiro.Reports.Html;
using Estaleiro.Reports.Model;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Reports.Comparing;

/// <summary>Describes a run in a few words, to tell two runs apart.</summary>
public static class RunFacts
{
    /// <summary>When it ran, on which clusters, and its result.</summary>
    public static string Of(TestRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var summary = RunSummary.Of(run);
        var parts = new List<string>();
        if (run.StartedAt is { } started)
        {
            parts.Add($"{started.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC");
        }

        var clusters = new ReportView(run).Clusters.Select(group => group.Facts).ToList();
        parts.AddRange(clusters.Select(cluster => cluster.Kubernetes).OfType<string>().Distinct(StringComparer.Ordinal).Select(version => $"Kubernetes {version}"));
        parts.AddRange(clusters.Select(cluster => cluster.Image ?? cluster.Provider).OfType<string>().Distinct(StringComparer.Ordinal));
        parts.Add($"{summary.Passed} passed, {summary.Failed} failed, {summary.Skipped} skipped");
        return string.Join(", ", parts);
    }
}
