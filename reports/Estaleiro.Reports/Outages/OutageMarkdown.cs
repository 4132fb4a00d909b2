using System.Text;
using Estaleiro.Contract.Outages;
using Estaleiro.Reports.Markdown;

namespace Estaleiro.Reports.Outages;

/// <summary>The matrix as Markdown: a column for each component, because their names are shorter than those of the capabilities.</summary>
public static class OutageMarkdown
{
    /// <summary>What the signs and the words in cells mean.</summary>
    internal static string Legend => "✓ goes on as before, ✗ fails, ❄ answers with what was known before, – not measured. "
        + string.Join(", ", Enum.GetValues<TimeClass>().Where(when => OutageWords.Short(when) != OutageWords.Long(when))
            .Select(when => $"*{OutageWords.Short(when)}*: {OutageWords.Long(when)}")) + ".";

    /// <summary>The table. Groups of capabilities have a row of their own.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="heading">The Markdown of a component's heading.</param>
    internal static string Table(OutageMatrix matrix, Func<MatrixRow, string> heading)
    {
        var text = new StringBuilder();
        AddRow("when this is down", matrix.Rows.Select(heading));
        AddRow("---", matrix.Rows.Select(_ => ":-:"));
        foreach (var group in matrix.Groups)
        {
            AddRow($"**{group.Name}**", matrix.Rows.Select(_ => ""));
            foreach (var capability in group.Capabilities)
            {
                var cells = matrix.Rows.Select(row => row[capability]);
                AddRow(MarkdownText.Line(capability), cells.Select(cell => cell is null ? "" : OutageWords.Short(cell)));
            }
        }

        return text.ToString();

        void AddRow(string first, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells.Prepend(first)).Append(" |\n");
    }

    /// <summary>The sentences about a row, in one line.</summary>
    internal static string Story(OutageMatrix matrix, MatrixRow row) =>
        string.Join(' ', matrix.StoryOf(row)
            .Select(part => $"{OutageWords.Sign(part.State)} {part.Label}: {MarkdownText.Line(part.Text)}."));
}
