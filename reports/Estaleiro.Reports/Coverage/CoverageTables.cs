using System.Globalization;

namespace Estaleiro.Reports.Coverage;

/// <summary>The figures of a coverage, as tables. The first row is the heading, the last one the total.</summary>
public static class CoverageTables
{
    /// <summary>The coverage in one line.</summary>
    public static string Verdict(ConformanceCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        var tests = coverage.Covered.Count + coverage.Uncovered.Count;
        return $"{coverage.Covered.Count} of upstream's {tests} conformance tests are covered; {coverage.Beyond.Count} scenarios go beyond them";
    }

    /// <summary>What is covered and what is not, by special interest group.</summary>
    public static IReadOnlyList<string[]> ByGroup(ConformanceCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        var covered = coverage.Covered.ToLookup(entry => entry.Test.Group);
        var uncovered = coverage.Uncovered.ToLookup(test => test.Group);
        var groups = coverage.Upstream.Select(test => test.Group).Distinct().Order(StringComparer.Ordinal);
        return
        [
            ["upstream", "covered", "not covered"],
            .. groups.Select(group => new[] { group, Number(covered[group].Count()), Number(uncovered[group].Count()) }),
            ["all", Number(coverage.Covered.Count), Number(coverage.Uncovered.Count)],
        ];
    }

    /// <summary>The scenarios that name no upstream test, by component.</summary>
    public static IReadOnlyList<string[]> ByComponent(ConformanceCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        return
        [
            ["component", "scenarios beyond upstream"],
            .. coverage.Beyond.GroupBy(scenario => scenario.Component).OrderBy(group => group.First().Uri, StringComparer.Ordinal)
                .Select(group => new[] { group.Key, Number(group.Count()) }),
            ["all", Number(coverage.Beyond.Count)],
        ];
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
