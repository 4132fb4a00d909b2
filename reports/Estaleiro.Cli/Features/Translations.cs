using System.Text.RegularExpressions;

namespace Estaleiro.Cli.Features;

/// <summary>
/// Translated specs: excluded by default because they duplicate the originals.
/// </summary>
internal static partial class Translations
{
    /// <summary>The tag of features in Portuguese.</summary>
    internal const string Tag = "@pt";

    /// <summary>Excludes translations, as a filter for <c>dotnet test</c>.</summary>
    internal const string WithoutFilter = "Category!=pt";

    /// <summary>Selects only translations, as a filter for <c>dotnet test</c>.</summary>
    internal const string OnlyFilter = "Category=pt";

    internal static bool IsTranslated(KnownFeature feature) => feature.Tags.Contains(Tag);

    /// <summary>Whether a tag expression mentions the tag, and so decides about translations itself.</summary>
    internal static bool AreNamedIn(string tagExpression) => Name().IsMatch(tagExpression);

    /// <summary>Resolves a name that matches features in both languages: the English ones, unless all are translations.</summary>
    internal static IReadOnlyList<KnownFeature> Meant(IReadOnlyList<KnownFeature> found) =>
        found.All(IsTranslated) ? found : [.. found.Where(feature => !IsTranslated(feature))];

    [GeneratedRegex(@"(?<![^\s()])@?pt(?![^\s()])")]
    private static partial Regex Name();
}
