namespace Estaleiro.Cli.Features;

/// <summary>A tag expression, as a test for scenarios and as the filter of <c>dotnet test</c> that means the same.</summary>
internal sealed record TagFilter(Func<IReadOnlyList<string>, bool> Matches, string TestFilter);
