namespace Estaleiro.Reports.Bindings;

/// <summary>A step of the kit: one method, with a text or several.</summary>
/// <param name="Folder">The folder of its class, such as <c>01-etcd</c>; empty if the class is not found among the sources.</param>
/// <param name="Name">Class and method, such as <c>EtcdSteps.EtcdForgets</c>.</param>
/// <param name="Summary">What it does, asserts and records: its docstring on one line, empty if it has none.</param>
/// <param name="Arguments">Its arguments, in the order of the text; a table or a text below the step is the last.</param>
/// <param name="Texts">Its texts, in the order of the source.</param>
public sealed record BoundStep(string Folder, string Name, string Summary, IReadOnlyList<StepArgument> Arguments, IReadOnlyList<BoundText> Texts)
{
    /// <summary>Its arguments on one line, as <c>name ({string}), rows (table)</c>.</summary>
    public string ArgumentLine => string.Join(", ", Arguments);

    /// <summary>How the first text that a feature uses is used; null if no feature uses the step.</summary>
    public StepExample? Example => Texts.FirstOrDefault(text => text.Example is not null)?.Example;

    /// <summary>Whether each of the words occurs in a text or in the summary, whatever its case.</summary>
    public bool Mentions(IEnumerable<string> words)
    {
        var all = string.Join('\n', Texts.Select(text => text.Expression).Append(Summary));
        return words.All(word => all.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
