using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Estaleiro.Gherkin;

/// <summary>A row of a <see cref="DataTable"/>: its cells by column name or by index.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name is that of Reqnroll's row, which steps use.")]
public class DataTableRow : IDictionary<string, string>
{
    private readonly DataTable table;
    private readonly string[] cells;

    internal DataTableRow(DataTable table, string[] cells)
    {
        this.table = table;
        this.cells = cells;
    }

    /// <inheritdoc/>
    public int Count => cells.Length;

    /// <inheritdoc/>
    public ICollection<string> Keys => table.Header;

    /// <inheritdoc/>
    public ICollection<string> Values => cells;

    bool ICollection<KeyValuePair<string, string>>.IsReadOnly => true;

    /// <summary>The cell of a column.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public string this[string header]
    {
        get => cells[table.IndexOf(header)];
        set => cells[table.IndexOf(header)] = value;
    }

    /// <summary>The cell at an index, from 0.</summary>
    public string this[int index] => cells[index];

    /// <inheritdoc/>
    public bool ContainsKey(string key) => table.ContainsColumn(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        value = ContainsKey(key) ? this[key] : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        table.Header.Zip(cells, KeyValuePair.Create).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void IDictionary<string, string>.Add(string key, string value) => throw FixedColumns();

    bool IDictionary<string, string>.Remove(string key) => throw FixedColumns();

    void ICollection<KeyValuePair<string, string>>.Add(KeyValuePair<string, string> item) => throw FixedColumns();

    void ICollection<KeyValuePair<string, string>>.Clear() => throw FixedColumns();

    bool ICollection<KeyValuePair<string, string>>.Remove(KeyValuePair<string, string> item) => throw FixedColumns();

    bool ICollection<KeyValuePair<string, string>>.Contains(KeyValuePair<string, string> item) =>
        TryGetValue(item.Key, out var value) && value == item.Value;

    void ICollection<KeyValuePair<string, string>>.CopyTo(KeyValuePair<string, string>[] array, int arrayIndex) =>
        this.ToArray().CopyTo(array, arrayIndex);

    private static ReqnrollException FixedColumns() => new("A row has the columns of its data table; none can be added or removed.");
}
