using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Estaleiro.Contract.Outages;
using Estaleiro.Reports.Markdown;

namespace Estaleiro.Reports.Outages;

/// <summary>The pages that are written from the snapshots: the matrix, and the answers in the workshop's pages.</summary>
public static partial class OutagePage
{
    /// <summary>The page of the matrix: the table, then each component with its feature's description and what was lost.</summary>
    /// <param name="rows">The rows, each with its feature's description.</param>
    public static string Of(IReadOnlyList<(string Description, MatrixRow Row)> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var matrix = new OutageMatrix([.. rows.Select(entry => entry.Row)]);
        var text = new StringBuilder();
        text.Append(string.Create(CultureInfo.InvariantCulture, $"""
            <!-- Written by ./run.sh report outages from the snapshots in this folder. -->
            # What each component is for

            Take it down, and see what stops. Every cell was measured; the sections below say why, and how to see it yourself.

            {OutageMarkdown.Legend}

            {OutageMarkdown.Table(matrix, row => $"[{MarkdownText.Line(row.Title)}](#{Anchor(row)})")}
            """).ReplaceLineEndings("\n"));
        string? last = null;
        foreach (var (description, row) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {MarkdownText.Line(row.Title)}\n\n");
            if (description.Length > 0 && description != last)
            {
                text.Append(CultureInfo.InvariantCulture, $"{description.Trim()}\n\n");
            }

            last = description;
            var story = matrix.StoryOf(row).Select(part => $"{OutageWords.Sign(part.State)} **{part.Label}:** {MarkdownText.Line(part.Text)}");
            text.AppendJoin("  \n", story).Append('\n');
            var cells = matrix.Groups.SelectMany(group => group.Capabilities).Select(name => row[name]).OfType<OutageCell>();
            AddCells(text, [.. cells.Where(IsNote)]);
        }

        return text.ToString();
    }

    /// <summary>
    /// Fills in a workshop page's answers: the text between <c>&lt;!-- outage: scheduler --&gt;</c> and <c>&lt;!-- end --&gt;</c> becomes
    /// what was lost in the rows with "scheduler" in their title.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="matrix">What was measured.</param>
    /// <param name="portuguese">Whether the answers are in Portuguese. Capabilities and reasons stay as the features have them.</param>
    public static string FillAnswers(string page, OutageMatrix matrix, bool portuguese)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(matrix);
        return Answer().Replace(page, match =>
        {
            var text = new StringBuilder();
            var name = match.Groups["name"].Value;
            foreach (var row in matrix.Rows.Where(row => row.Title.Contains(name, StringComparison.OrdinalIgnoreCase)))
            {
                text.Append(CultureInfo.InvariantCulture, $"\n**{MarkdownText.Line(row.Title)}**\n\n");
                var lost = row.Cells.Where(OutageMatrix.IsLost).ToList();
                foreach (var cell in lost)
                {
                    var capability = $"{OutageWords.Sign(cell.State)} {MarkdownText.Line(cell.Capability)}";
                    text.Append(CultureInfo.InvariantCulture, $"- {capability} ({When(cell, portuguese)}){Why(cell)}\n");
                }

                var works = row.Cells.Count(cell => cell.State == CapabilityState.Works);
                var all = lost.Count + works;
                text.Append(CultureInfo.InvariantCulture, $"- ✓ {works} {(portuguese ? $"de {all} continuam" : $"of {all} go on")}\n");
            }

            if (text.Length == 0)
            {
                text.Append(portuguese ? "\nAinda não medido.\n" : "\nNot measured yet.\n");
            }

            return $"{match.Groups["begin"].Value}\n{text}\n<!-- end -->";
        });
    }

    private static bool IsNote(OutageCell cell) => cell.State != CapabilityState.Works || cell.When != TimeClass.Never;

    private static void AddCells(StringBuilder text, List<OutageCell> cells)
    {
        if (cells.Count == 0)
        {
            return;
        }

        var byHand = cells.Exists(cell => cell.Command.Length > 0);
        text.Append(byHand ? "\n| capability | | why | by hand |\n|---|---|---|---|\n" : "\n| capability | | why |\n|---|---|---|\n");
        foreach (var cell in cells)
        {
            string[] columns = [MarkdownText.Line(cell.Capability), OutageWords.Short(cell), MarkdownText.Line(cell.Reason)];
            text.Append("| ").AppendJoin(" | ", byHand ? [.. columns, Command(cell)] : columns).Append(" |\n");
        }
    }

    // A bar ends a table's cell, in code as well.
    private static string Command(OutageCell cell) =>
        cell.Command.Length == 0 ? "" : MarkdownText.Code(cell.Command).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Why(OutageCell cell) => cell.Reason.Length > 0 ? $": {MarkdownText.Line(cell.Reason)}" : "";

    private static string When(OutageCell cell, bool portuguese) => !portuguese
        ? OutageWords.Long(cell)
        : (cell.State == CapabilityState.Frozen ? "congela " : "para ") + cell.When switch
        {
            TimeClass.WithinLease => "quando o lease vence",
            TimeClass.AfterGracePeriod => "depois do grace period do nó",
            TimeClass.AfterToleration => "quando acaba a toleration dos Pods",
            _ => "na hora",
        };

    // As GitHub makes it of a heading: lower case, without punctuation, spaces as hyphens.
    private static string Anchor(MatrixRow row) =>
        string.Concat(row.Title.ToLowerInvariant().Replace(' ', '-').Where(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_'));

    [GeneratedRegex("(?<begin><!-- outage: (?<name>[^>]+?) -->).*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Answer();
}
