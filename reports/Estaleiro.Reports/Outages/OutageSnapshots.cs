using Estaleiro.Contract.Outages;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Estaleiro.Reports.Outages;

/// <summary>Reads the rows of the matrix from snapshots: each maps what was down to a table of capability, state, when and why.</summary>
public static class OutageSnapshots
{
    private const string Pattern = "*.verified.yaml";

    /// <summary>What a snapshot says of the time after the outage, which is no row.</summary>
    private const string Afterwards = "afterwards";

    private static readonly string[] Columns = ["capability", "state", "when", "why"];

    /// <summary>The rows of a folder, in the order of its files' names, each with its feature file's name without extension.</summary>
    /// <returns>Nothing if there is no such folder, or no snapshot in it.</returns>
    /// <exception cref="InvalidDataException">A snapshot is no row; the message names it and says why.</exception>
    /// <exception cref="IOException">Reading failed.</exception>
    public static IReadOnlyList<(string Feature, MatrixRow Row)> Read(string folder) => Directory.Exists(folder)
        ? [
            .. from path in Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal)
               let name = Path.GetFileName(path)
               from row in Parse(name, File.ReadAllText(path))
               select (name[..name.IndexOf('.', StringComparison.Ordinal)], row),
        ]
        : [];

    private static IEnumerable<MatrixRow> Parse(string name, string yaml)
    {
        Dictionary<string, object?>? outcome;
        try
        {
            outcome = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object?>?>(yaml);
        }
        catch (YamlException exception)
        {
            throw new InvalidDataException($"{name}, line {exception.Start.Line}: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }

        if (outcome is not { Count: > 0 })
        {
            throw new InvalidDataException($"{name} is empty.");
        }

        return outcome.Where(entry => entry.Key != Afterwards).Select(entry => new MatrixRow(entry.Key, "", Cells($"{name}, '{entry.Key}'", entry.Value as string ?? "")));
    }

    private static List<OutageCell> Cells(string place, string table)
    {
        var lines = table.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines.Length == 0 ? [] : lines[0].Split("   ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Columns.Except(header).FirstOrDefault() is { } missing)
        {
            throw new InvalidDataException($"{place} is no table with the columns {string.Join(", ", Columns)}: it has no '{missing}'.");
        }

        // Columns begin where their titles do: see OutcomeTable.
        var starts = header.Select(title => lines[0].IndexOf(title, StringComparison.Ordinal)).Append(int.MaxValue).ToList();
        return [.. lines.Skip(1).Select(line => Cell(place, title => Value(line, Array.IndexOf(header, title))))];

        string Value(string line, int column) => column < 0 || starts[column] >= line.Length
            ? ""
            : line[starts[column]..Math.Min(starts[column + 1], line.Length)].Trim();
    }

    private static OutageCell Cell(string place, Func<string, string> value) => new(
        value("capability"),
        OutageWords.StateOf(value("state")) ?? throw new InvalidDataException($"{place}: '{value("state")}' is no state of a capability."),
        OutageWords.WhenOf(value("when")) ?? throw new InvalidDataException($"{place}: '{value("when")}' is no time class."),
        value("why"),
        value("command"));
}
