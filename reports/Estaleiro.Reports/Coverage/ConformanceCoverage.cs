using System.Globalization;
using Io.Cucumber.Messages.Types;

namespace Estaleiro.Reports.Coverage;

/// <summary>Which of upstream's conformance tests the features cover, which they don't, and what they check beyond them.</summary>
public sealed record ConformanceCoverage
{
    private ConformanceCoverage(IReadOnlyList<UpstreamTest> upstream, List<CoveringScenario> scenarios, List<string> problems)
    {
        Upstream = upstream;
        var tests = new Dictionary<string, UpstreamTest>(StringComparer.Ordinal);
        foreach (var test in upstream)
        {
            tests.TryAdd(UpstreamTest.KeyOf(test.Codename), test);
        }

        var covering = scenarios
            .SelectMany(scenario => scenario.Upstream.Select(claim => (Key: UpstreamTest.KeyOf(claim.Codename), Scenario: scenario, claim.Line, claim.Codename)))
            .ToList();
        Covered =
        [
            .. covering.Where(claim => tests.ContainsKey(claim.Key)).GroupBy(claim => tests[claim.Key])
                .Select(group => (group.Key, (IReadOnlyList<CoveringScenario>)[.. group.Select(claim => claim.Scenario).Distinct()]))
                .OrderBy(entry => entry.Key.Codename, StringComparer.Ordinal),
        ];
        var covered = Covered.Select(entry => entry.Test).ToHashSet();
        Uncovered = [.. tests.Values.Where(test => !covered.Contains(test)).OrderBy(test => test.Codename, StringComparer.Ordinal)];
        Beyond = [.. scenarios.Where(scenario => scenario.Upstream.Count == 0)];
        Problems =
        [
            .. problems,
            .. covering.Where(claim => !tests.ContainsKey(claim.Key)).Select(claim => string.Create(
                CultureInfo.InvariantCulture, $"{claim.Scenario.Uri}:{claim.Line}: upstream has no test '{claim.Codename}'.")),
        ];
    }

    /// <summary>All of upstream's tests.</summary>
    public IReadOnlyList<UpstreamTest> Upstream { get; }

    /// <summary>The covered tests, each with the scenarios that cover it.</summary>
    public IReadOnlyList<(UpstreamTest Test, IReadOnlyList<CoveringScenario> Scenarios)> Covered { get; }

    /// <summary>The tests that no scenario covers.</summary>
    public IReadOnlyList<UpstreamTest> Uncovered { get; }

    /// <summary>The scenarios that name no upstream test.</summary>
    public IReadOnlyList<CoveringScenario> Beyond { get; }

    /// <summary>Unknown codenames, and comments that belong to no scenario: one line each.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Compares feature files with upstream's list.</summary>
    /// <param name="upstream">Upstream's tests.</param>
    /// <param name="documents">The feature files. Those that are not in English are ignored, because they are translations.</param>
    public static ConformanceCoverage Of(IReadOnlyList<UpstreamTest> upstream, IEnumerable<GherkinDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(upstream);
        ArgumentNullException.ThrowIfNull(documents);
        var read = documents.Where(document => document.Feature?.Language == "en").Select(CoverageComments.Read).ToList();
        return new ConformanceCoverage(
            upstream, [.. read.SelectMany(file => file.Scenarios)], [.. read.SelectMany(file => file.Problems)]);
    }
}
