namespace Estaleiro.Cli.Features;

/// <summary>A tag expression, as a predicate for scenarios and as the equivalent filter for <c>dotnet test</c>.</summary>
internal sealed record TagFilter(Func<IReadOnlyList<string>, bool> Matches, string TestFilter);
