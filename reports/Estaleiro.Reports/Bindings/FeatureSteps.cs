using Io.Cucumber.Messages.Types;

namespace Estaleiro.Reports.Bindings;

/// <summary>The steps of a feature file, as examples of how they are written.</summary>
internal static class FeatureSteps
{
    /// <summary>Each step with the keyword that decides between step attributes: <c>Given</c>, <c>When</c> or <c>Then</c>.</summary>
    public static IEnumerable<(string Keyword, StepExample Example)> Of(GherkinDocument document)
    {
        if (document.Feature is not { } feature)
        {
            yield break;
        }

        var groups = feature.Children.SelectMany(child => child.Rule is { } rule
            ? rule.Children.Select(inner => (inner.Background, inner.Scenario))
            : [(child.Background, child.Scenario)]);
        foreach (var (background, scenario) in groups)
        {
            var values = ValuesOf(scenario);
            var (word, keyword) = ("", "");
            foreach (var step in background?.Steps ?? scenario?.Steps ?? [])
            {
                if (KeywordOf(step) is { } own)
                {
                    (word, keyword) = (step.Keyword.Trim(), own);
                }

                yield return (keyword, new(document.Uri ?? "", feature.Language, word, FillIn(step.Text), Cut(Below(step, FillIn))));
            }

            string FillIn(string text) => values.Aggregate(text, (filled, value) => filled.Replace($"<{value.Name}>", value.Value, StringComparison.Ordinal));
        }
    }

    private static string? KeywordOf(Step step) => step.KeywordType switch
    {
        StepKeywordType.CONTEXT => "Given",
        StepKeywordType.ACTION => "When",
        StepKeywordType.OUTCOME => "Then",
        _ => null,
    };

    private static (string Name, string Value)[] ValuesOf(Scenario? scenario) =>
        scenario?.Examples.FirstOrDefault() is { TableHeader: { } header, TableBody: [var first, ..] }
            ? [.. header.Cells.Zip(first.Cells, (name, cell) => (name.Value, cell.Value))]
            : [];

    private static IEnumerable<string> Below(Step step, Func<string, string> fillIn) => (step.DataTable, step.DocString) switch
    {
        ({ } table, _) => Aligned([.. table.Rows.Select(row => row.Cells.Select(cell => Escape(fillIn(cell.Value))).ToArray())]),
        (_, { } text) => [$"\"\"\"{text.MediaType}", .. fillIn(text.Content).ReplaceLineEndings("\n").Split('\n'), "\"\"\""],
        _ => [],
    };

    private static IEnumerable<string> Aligned(string[][] rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => $"| {string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column])))} |");
    }

    /// <summary>As Gherkin writes a cell: https://cucumber.io/docs/gherkin/reference/#table-cell-escaping.</summary>
    private static string Escape(string cell) => cell
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    private static string[] Cut(IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        return all.Length <= StepExample.MostLines ? all : [.. all.Take(StepExample.MostLines - 1), "…"];
    }
}
