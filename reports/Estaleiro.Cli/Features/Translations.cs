using System.Text.RegularExpressions;

namespace Estaleiro.Cli.Features;

/// <summary>
/// Specs that say again in another language what others say in English. They run only for whoever asks for them; nobody wants the same twice.
/// </summary>
internal static partial class Translations
{
    /// <summary>What features in Portuguese are tagged with.</summary>
    internal const string Tag = "@pt";

    /// <summary>Leaves them out, in the filter language of <c>dotnet test</c>.</summary>
    internal const string WithoutFilter = "Category!=pt";

    /// <summary>Takes them alone, in the same language.</summary>
    internal const string OnlyFilter = "Category=pt";

    internal static bool IsTranslated(KnownFeature feature) => feature.Tags.Contains(Tag);

    /// <summary>Whether a tag expression speaks of them, and so decides about them itself.</summary>
    internal static bool AreNamedIn(string tagExpression) => Name().IsMatch(tagExpression);

    /// <summary>What is meant by a name that features in both languages answer to: those in English, unless all are translations.</summary>
    internal static IReadOnlyList<KnownFeature> Meant(IReadOnlyList<KnownFeature> found) =>
        found.All(IsTranslated) ? found : [.. found.Where(feature => !IsTranslated(feature))];

    [GeneratedRegex(@"(?<![^\s()])@?pt(?![^\s()])")]
    private static partial Regex Name();
}
