namespace Estaleiro.Reports.Bindings;

/// <summary>A step of a feature file.</summary>
/// <param name="Uri">The file, relative to the repository, with forward slashes.</param>
/// <param name="Language">The feature's language, such as <c>pt</c>.</param>
/// <param name="Keyword">The word before the text, in that language; for "and", the word that it continues.</param>
/// <param name="Text">The text; in an outline, with the values of its first example.</param>
/// <param name="Below">The lines of its table or doc string; at most <see cref="MostLines"/>, the last of them an ellipsis if there are more.</param>
public sealed record StepExample(string Uri, string Language, string Keyword, string Text, IReadOnlyList<string> Below)
{
    /// <summary>An example shows how a step is written; what a long manifest says is of no use here.</summary>
    public const int MostLines = 8;

    /// <summary>All its lines, what is below the step indented.</summary>
    public IEnumerable<string> Lines => Below.Select(line => $"  {line}".TrimEnd()).Prepend($"{Keyword} {Text}");
}
