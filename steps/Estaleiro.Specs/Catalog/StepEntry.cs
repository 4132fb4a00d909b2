namespace Estaleiro.Specs.Catalog;

/// <summary>A step that features can use.</summary>
/// <param name="Group">What the steps of its class have in common, from the class's docstring.</param>
/// <param name="Summary">What it does and records, from its docstring; empty if it has none.</param>
/// <param name="Method">The class and the method, as <c>PodSteps.BecomesReadyOn</c>.</param>
/// <param name="Wordings">Its texts, in the order of the source: one for each language or variant.</param>
public sealed record StepEntry(string Group, string Summary, string Method, IReadOnlyList<StepWording> Wordings)
{
    /// <summary>Whether every word occurs in its texts, docstring or method, in any case.</summary>
    public bool Mentions(IEnumerable<string> words)
    {
        var text = string.Join('\n', Wordings.Select(wording => wording.Text).Append(Summary).Append(Method));
        return words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
