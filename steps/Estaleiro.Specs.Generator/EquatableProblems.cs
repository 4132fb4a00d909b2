using System.Collections;
using Estaleiro.Specs.Parsing;

namespace Estaleiro.Specs.Generator;

/// <summary>A file's problems, compared one by one.</summary>
internal sealed class EquatableProblems(IReadOnlyList<FeatureSyntaxError> problems) : IEquatable<EquatableProblems>, IEnumerable<FeatureSyntaxError>
{
    private readonly IReadOnlyList<FeatureSyntaxError> problems = problems;

    public bool Equals(EquatableProblems? other) => other is not null && problems.SequenceEqual(other.problems);

    public override bool Equals(object? obj) => Equals(obj as EquatableProblems);

    public override int GetHashCode() => problems.Count;

    public IEnumerator<FeatureSyntaxError> GetEnumerator() => problems.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
