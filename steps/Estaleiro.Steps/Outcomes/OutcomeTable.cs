using System.Text;

namespace Estaleiro.Steps.Outcomes;

/// <summary>A table of an outcome, printed in aligned columns as kubectl prints one.</summary>
public sealed class OutcomeTable(params string[] header)
{
    private readonly List<string[]> rows = [];

    /// <summary>How many rows there are.</summary>
    public int RowCount => rows.Count;

    /// <summary>Adds a row.</summary>
    /// <exception cref="ArgumentException">The row has not as many cells as the header.</exception>
    public OutcomeTable Add(params string[] cells)
    {
        if (cells.Length != header.Length)
        {
            throw new ArgumentException($"The row has {cells.Length} cells, the header {header.Length}.", nameof(cells));
        }

        rows.Add(cells);
        return this;
    }

    /// <summary>The table as text, every value by its name.</summary>
    public string Print(Names names)
    {
        string[][] all = [header, .. rows.Select(row => row.Select(names.Replace).ToArray())];
        var widths = Enumerable.Range(0, header.Length).Select(column => all.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in all)
        {
            var line = string.Join("   ", row.Select((cell, column) => cell.PadRight(widths[column])));
            text.Append(line.TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}
