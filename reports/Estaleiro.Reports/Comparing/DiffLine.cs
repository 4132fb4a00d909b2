namespace Estaleiro.Reports.Comparing;

/// <summary>A line of the difference between two texts.</summary>
/// <param name="Mark">
/// <c>-</c>: only in the first; <c>+</c>: only in the second; a space: in both; <c>…</c>: omitted lines that are in both.
/// </param>
/// <param name="Text">The line.</param>
public sealed record DiffLine(char Mark, string Text)
{
    private const int Context = 2;

    /// <inheritdoc/>
    public override string ToString() => $"{Mark} {Text}".TrimEnd();

    /// <summary>The lines that differ, with context.</summary>
    internal static IReadOnlyList<DiffLine> Between(string first, string second)
    {
        var all = DiffPlex.DiffBuilder.InlineDiffBuilder.Diff(first.TrimEnd('\n'), second.TrimEnd('\n'), ignoreWhiteSpace: false).Lines
            .Select(line => new DiffLine(
                line.Type switch
                {
                    DiffPlex.DiffBuilder.Model.ChangeType.Deleted => '-',
                    DiffPlex.DiffBuilder.Model.ChangeType.Inserted => '+',
                    _ => ' ',
                },
                line.Text ?? ""))
            .ToList();
        var shown = new bool[all.Count];
        for (var index = 0; index < all.Count; index++)
        {
            if (all[index].Mark != ' ')
            {
                var from = Math.Max(0, index - Context);
                Array.Fill(shown, true, from, Math.Min(all.Count, index + Context + 1) - from);
            }
        }

        var lines = new List<DiffLine>();
        for (var index = 0; index < all.Count; index++)
        {
            if (shown[index])
            {
                lines.Add(all[index]);
            }
            else if (lines.Count == 0 || lines[^1].Mark != '…')
            {
                lines.Add(new DiffLine('…', ""));
            }
        }

        return lines;
    }
}
