using System.Text.Encodings.Web;
using System.Text.Json;

namespace Estaleiro.Reports.Mutants;

/// <summary>The results that the repository keeps: for each mutant its state, and the scenarios that noticed, without words and times.</summary>
public static class MutationBaseline
{
    /// <summary>The file's name, in the folder of mutants.</summary>
    public const string FileName = "baseline.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads a baseline; empty if there is no file.</summary>
    /// <exception cref="JsonException">The file is no baseline.</exception>
    public static IReadOnlyDictionary<string, BaselineEntry> Read(string path) => File.Exists(path)
        ? JsonSerializer.Deserialize<SortedDictionary<string, BaselineEntry>>(File.ReadAllText(path), Json) ?? []
        : new SortedDictionary<string, BaselineEntry>();

    /// <summary>The baseline with the results of a run. Mutants that did not run keep their entries; those that are gone lose them.</summary>
    public static IReadOnlyDictionary<string, BaselineEntry> With(
        IReadOnlyDictionary<string, BaselineEntry> baseline, MutationRun run, IEnumerable<string> mutants)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(run);
        var entries = new SortedDictionary<string, BaselineEntry>(baseline.ToDictionary(), StringComparer.Ordinal);
        foreach (var mutant in run.Mutants)
        {
            entries[mutant.Name] = BaselineEntry.Of(mutant);
        }

        var known = mutants.ToHashSet(StringComparer.Ordinal);
        foreach (var gone in entries.Keys.Where(name => !known.Contains(name)).ToList())
        {
            entries.Remove(gone);
        }

        return entries;
    }

    /// <summary>The baseline as JSON.</summary>
    public static string ToJson(IReadOnlyDictionary<string, BaselineEntry> baseline) => JsonSerializer.Serialize(baseline, Json) + "\n";
}
