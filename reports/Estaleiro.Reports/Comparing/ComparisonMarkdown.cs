using System.Globalization;
using System.Text;
using Estaleiro.Reports.Markdown;
using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Comparing;

/// <summary>
/// Writes the comparison of two runs as a change log of behavior, in Markdown: what only one of them can do, which outcomes differ, and what
/// objects and events show differently. It holds no time and no path, so that runs of the same two releases give the same page.
/// </summary>
public static class ComparisonMarkdown
{
    /// <summary>The page. Ends with a line feed.</summary>
    public static string Of(RunComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var observations = comparison.Observations;
        var (before, after) = ($"Kubernetes {observations.FirstVersions}", $"Kubernetes {observations.SecondVersions}");
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# From {before} to {after}\n\n");
        page.Append("<!-- written by ./run.sh compare RUN RUN --markdown FILE -->\n\n");
        var otherwise = comparison.Differences.Where(difference => difference.EndedOtherwise).ToList();
        var outcomes = comparison.Differences.Where(difference => difference.Outcome.Count > 0).ToList();
        page.Append(CultureInfo.InvariantCulture, $"The same specs, run on both. {Count(comparison.Common - otherwise.Count, "scenario")} ended alike");
        page.Append(outcomes.Count == 0 ? ", with the same outcomes.\n" : $", {outcomes.Count} with another outcome.\n");
        List<ScenarioResult> gained = [.. otherwise.Where(one => one.First!.Outcome == ScenarioOutcome.Skipped).Select(one => one.Second!)];
        List<ScenarioResult> lost = [.. otherwise.Where(one => one.Second!.Outcome == ScenarioOutcome.Skipped).Select(one => one.First!)];
        AddScenarios(page, $"Only in {after}", gained);
        AddScenarios(page, $"Only in {before}", lost);
        AddScenarios(page, "Otherwise", [.. otherwise.Select(one => one.Second!).Except(gained).Where(one => one.Outcome != ScenarioOutcome.Skipped)], told: true);
        AddOutcomes(page, outcomes);
        AddObservations(page, observations);
        return page.ToString();
    }

    private static void AddScenarios(StringBuilder page, string title, List<ScenarioResult> scenarios, bool told = false)
    {
        if (scenarios.Count == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n");
        foreach (var feature in scenarios.GroupBy(scenario => (scenario.Uri, scenario.Feature)).OrderBy(group => group.Key.Uri, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n**{MarkdownText.Line(feature.Key.Feature)}**\n");
            foreach (var scenario in feature.OrderBy(scenario => scenario.Line))
            {
                page.Append(CultureInfo.InvariantCulture, $"- {MarkdownText.Line(scenario.Title)}{(told ? $": {ScenarioDifference.EndOf(scenario).Status}" : "")}\n");
            }
        }
    }

    private static void AddOutcomes(StringBuilder page, List<ScenarioDifference> outcomes)
    {
        if (outcomes.Count == 0)
        {
            return;
        }

        page.Append("\n## Other outcomes\n");
        foreach (var difference in outcomes)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n**{MarkdownText.Line(difference.Name)}**\n\n");
            page.Append(MarkdownText.Block(string.Join('\n', difference.Outcome), "diff"));
        }
    }

    private static void AddObservations(StringBuilder page, ObservationComparison observations)
    {
        page.Append("\n## What objects and events show\n\n");
        if (observations.Differences.Count == 0)
        {
            page.Append("Nothing differs.\n");
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"Seen in {Count(observations.Scenarios, "scenario")} that both passed. In brackets: in how many of them.\n");
        foreach (var component in observations.Differences.GroupBy(difference => difference.Component))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {MarkdownText.Line(component.Key)}\n");
            foreach (var difference in component)
            {
                page.Append(CultureInfo.InvariantCulture, $"- {MarkdownText.Line(difference.Text)} ({difference.Scenarios})\n");
            }
        }
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
