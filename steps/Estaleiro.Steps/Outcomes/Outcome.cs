using System.Text.Json.Nodes;

namespace Estaleiro.Steps.Outcomes;

/// <summary>What a scenario found, in the order it was found: the content of its snapshot.</summary>
public sealed class Outcome(Names names)
{
    private readonly List<(string Title, Func<object?> Content)> entries = [];

    /// <summary>Whether the scenario recorded nothing.</summary>
    public bool IsEmpty => entries.Count == 0;

    /// <summary>Records a table.</summary>
    public void Add(string title, OutcomeTable table) => entries.Add((title, () => table.Print(names)));

    /// <summary>Records a document.</summary>
    public void Add(string title, JsonNode? document)
    {
        var copy = document?.DeepClone();
        entries.Add((title, () => YamlText.Plain(names.Replace(copy))));
    }

    /// <summary>Records a text.</summary>
    public void Add(string title, string text) => entries.Add((title, () => names.Replace(text)));

    /// <summary>
    /// The snapshot. Values get their names here, at the end, when all of them are known. A title that comes twice gets a number.
    /// </summary>
    public string ToYaml()
    {
        var content = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (title, read) in entries)
        {
            var key = names.Replace(title);
            for (var number = 2; !content.TryAdd(key, read()); number++)
            {
                key = $"{names.Replace(title)} ({number})";
            }
        }

        return YamlText.Write(content);
    }
}
