using System.Text;

namespace Estaleiro.Gherkin;

/// <summary>A step's data table: a header row and rows of text.</summary>
public class DataTable
{
    private readonly string[] header;

    /// <summary>Makes a table without rows.</summary>
    /// <exception cref="ArgumentException">There is no column.</exception>
    public DataTable(params string[] header)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (header.Length == 0)
        {
            throw new ArgumentException("A data table needs at least one column.", nameof(header));
        }

        this.header = header;
    }

    /// <summary>The columns' names, in order.</summary>
    public ICollection<string> Header => header;

    /// <summary>The rows under the header, in order.</summary>
    public DataTableRows Rows { get; } = new();

    /// <summary>The number of rows under the header.</summary>
    public int RowCount => Rows.Count;

    /// <summary>Whether there is a column of that name.</summary>
    public bool ContainsColumn(string column) => Array.IndexOf(header, column) >= 0;

    /// <summary>Adds a row.</summary>
    /// <exception cref="ArgumentException">The number of cells is not the number of columns.</exception>
    public void AddRow(params string[] cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Length != header.Length)
        {
            throw new ArgumentException($"The row has {cells.Length} cells, the data table {header.Length} columns:\n{this}", nameof(cells));
        }

        Rows.Add(new DataTableRow(this, cells));
    }

    /// <summary>Adds a row; columns left out are empty.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public void AddRow(IDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var cells = new string[header.Length];
        Array.Fill(cells, "");
        foreach (var (column, value) in values)
        {
            cells[IndexOf(column)] = value;
        }

        AddRow(cells);
    }

    /// <summary>Gives a column another name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public void RenameColumn(string oldColumn, string newColumn) => header[IndexOf(oldColumn)] = newColumn;

    /// <summary>The table as Gherkin writes it, columns aligned.</summary>
    public override string ToString()
    {
        var rows = new[] { header }.Concat(Rows.Select(row => row.Values.ToArray())).ToArray();
        var widths = header.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.Append('|');
            for (var column = 0; column < row.Length; column++)
            {
                text.Append(' ').Append(row[column].PadRight(widths[column])).Append(" |");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    internal int IndexOf(string column)
    {
        var index = Array.IndexOf(header, column);
        return index >= 0 ? index : throw new KeyNotFoundException($"There is no column '{column}' in the data table:\n{this}");
    }
}
