using System.Collections;

namespace Estaleiro.Gherkin;

/// <summary>The rows of a <see cref="DataTable"/>.</summary>
public class DataTableRows : IReadOnlyList<DataTableRow>
{
    private readonly List<DataTableRow> rows = [];

    internal DataTableRows()
    {
    }

    /// <inheritdoc/>
    public int Count => rows.Count;

    /// <inheritdoc/>
    public DataTableRow this[int index] => rows[index];

    /// <inheritdoc/>
    public IEnumerator<DataTableRow> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(DataTableRow row) => rows.Add(row);
}
