namespace Estaleiro.Specs.Parsing;

/// <summary>A problem in a feature file.</summary>
/// <param name="Uri">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Message">What is wrong, in one line.</param>
public sealed record FeatureSyntaxError(string Uri, int Line, int Column, string Message)
{
    /// <summary>The problem as compilers print it: <c>features/x.feature(12,3): error GHERKIN: …</c>.</summary>
    public override string ToString() => $"{Uri}({Line},{Column}): error GHERKIN: {Message}";
}
