using System.Globalization;
using System.Text;
using Estaleiro.Reports.Markdown;

namespace Estaleiro.Reports.Mutants;

/// <summary>Writes <c>features/what-turns-it-red.md</c>: which scenario was seen to fail on which broken cluster.</summary>
public static class RedPage
{
    /// <summary>The page's name, in the folder of features.</summary>
    public const string FileName = "what-turns-it-red.md";

    private const string Introduction = """
        # What turns each scenario red

        <!-- Written by ./run.sh mutants --accept from fixtures/mutants. Don't edit it by hand. -->

        A scenario that never fails checks nothing. The first table lists the [mutants](../fixtures/mutants/README.md): clusters with one thing broken
        on purpose. The second lists clusters that were broken by hand, with several faults at a time. The other tables list, for each scenario, the
        broken clusters on which it was seen to fail. A mutant's run ends with its first failure, so other scenarios may notice it too.
        """;

    /// <summary>The page.</summary>
    /// <param name="stories">The mutants' stories, by name.</param>
    /// <param name="baseline">The accepted results.</param>
    /// <param name="byHand">What was seen before there were mutants.</param>
    /// <param name="scenarios">All scenarios of components, by <see cref="MutantKill.KeyOf"/>, in the order of their files.</param>
    public static string Of(
        IReadOnlyDictionary<string, string> stories,
        IReadOnlyDictionary<string, BaselineEntry> baseline,
        HandMade byHand,
        IReadOnlyList<string> scenarios)
    {
        ArgumentNullException.ThrowIfNull(stories);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(byHand);
        ArgumentNullException.ThrowIfNull(scenarios);
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n")).Append("\n\n| mutant | what a user would see | result |\n|---|---|---|\n");
        foreach (var (name, story) in stories.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"| [{name}](../fixtures/mutants/{name}.yaml) | {MarkdownText.Line(story)} | {ResultOf(baseline.GetValueOrDefault(name))} |\n");
        }

        text.Append("\n| | what was broken by hand, on Kubernetes 1.20.2 |\n|---|---|\n");
        foreach (var (letter, what) in byHand.Bundles)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {letter} | {what} |\n");
        }

        var red = baseline.SelectMany(entry => entry.Value.Red.Select(scenario => (Scenario: scenario, Mutant: entry.Key)))
            .ToLookup(pair => pair.Scenario, pair => pair.Mutant, StringComparer.Ordinal);
        foreach (var feature in scenarios.Select(Split).GroupBy(scenario => scenario.Path))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Path.GetFileNameWithoutExtension(feature.Key)}\n\n");
            if (byHand.Notes.TryGetValue(feature.Key, out var note))
            {
                text.Append(CultureInfo.InvariantCulture, $"Broken by hand: {note}\n\n");
            }

            text.Append("| scenario | seen red on |\n|---|---|\n");
            foreach (var (path, scenario) in feature)
            {
                var key = MutantKill.KeyOf(path, scenario);
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {MarkdownText.Line(scenario)} | {string.Join(", ", red[key].Order(StringComparer.Ordinal).Concat(byHand.Red.GetValueOrDefault(key, [])))} |\n");
            }
        }

        return text.ToString();
    }

    private static string ResultOf(BaselineEntry? entry) => entry is null
        ? "not run yet"
        : MarkdownText.Line($"{entry.State}{(entry.Kubernetes is null ? "" : $" on {entry.Kubernetes}")}{(entry.Reason is null ? "" : $": {entry.Reason}")}");

    private static (string Path, string Scenario) Split(string key) => key.Split(" › ", 2) is [var path, var scenario] ? (path, scenario) : (key, "");
}
