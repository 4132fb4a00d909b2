using System.Globalization;
using System.Text;
using Estaleiro.Reports.Markdown;

namespace Estaleiro.Reports.Coverage;

/// <summary>The coverage as a page of Markdown.</summary>
public static class CoverageMarkdown
{
    /// <summary>The page.</summary>
    public static string Of(ConformanceCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {CoverageTables.Verdict(coverage)}\n");
        foreach (var problem in coverage.Problems)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- ❌ {MarkdownText.Line(problem)}\n");
        }

        Add(text, CoverageTables.ByGroup(coverage));
        text.Append("\n## Covered\n\n| upstream | scenarios |\n|---|---|\n");
        foreach (var (test, scenarios) in coverage.Covered)
        {
            var places = string.Join("<br>", scenarios.Select(scenario => $"{MarkdownText.Line(scenario.Title)} {MarkdownText.Code(scenario.Location)}"));
            text.Append(CultureInfo.InvariantCulture, $"| {MarkdownText.Line(test.Codename)} | {places} |\n");
        }

        text.Append("\n## Beyond upstream\n");
        Add(text, CoverageTables.ByComponent(coverage));
        text.Append("\n## Not covered\n");
        foreach (var group in coverage.Uncovered.GroupBy(test => test.Group))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n<details><summary>{group.Key}: {group.Count()}</summary>\n\n");
            text.Append(string.Concat(group.Select(test => $"- {MarkdownText.Line(test.Codename)}\n"))).Append("\n</details>\n");
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, IReadOnlyList<string[]> rows)
    {
        text.Append('\n');
        for (var index = 0; index < rows.Count; index++)
        {
            text.Append("| ").AppendJoin(" | ", rows[index].Select(MarkdownText.Line)).Append(" |\n");
            if (index == 0)
            {
                text.Append("|---").Append(string.Concat(Enumerable.Repeat("|--:", rows[0].Length - 1))).Append("|\n");
            }
        }
    }
}
