namespace Estaleiro.Specs.Parsing;

/// <summary>A feature file cannot be read; <see cref="Problems"/> has every problem with its place.</summary>
public class FeatureSyntaxException : FormatException
{
    internal FeatureSyntaxException(IReadOnlyList<FeatureSyntaxError> problems)
        : base(string.Join("\n", problems)) => Problems = problems;

    /// <summary>The problems, in the file's order.</summary>
    public IReadOnlyList<FeatureSyntaxError> Problems { get; }
}
