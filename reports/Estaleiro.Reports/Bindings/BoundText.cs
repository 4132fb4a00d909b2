namespace Estaleiro.Reports.Bindings;

/// <summary>A text of a step.</summary>
/// <param name="Expression">The Cucumber expression, or a regular expression between <c>^</c> and <c>$</c>.</param>
/// <param name="Keywords">What it may follow: <c>Given</c>, <c>When</c>, <c>Then</c>.</param>
/// <param name="Example">Its first use in the features; null if no feature uses it.</param>
public sealed record BoundText(string Expression, IReadOnlyList<string> Keywords, StepExample? Example)
{
    /// <summary>The language of the feature that uses it, such as <c>pt</c>; null if no feature does.</summary>
    public string? Language => Example?.Language;
}
