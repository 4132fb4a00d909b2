using Estaleiro.Specs.Tags;

namespace Estaleiro.Cli.Features;

/// <summary>
/// Features and scenarios in the filter language of <c>dotnet test</c>, by the traits FeatureTitle, Description
/// (the scenario's title) and Category (its tags), and the test's name, which holds an example's values.
/// </summary>
internal static class SelectionFilter
{
    /// <summary>xunit truncates long values in a test's name.</summary>
    private const int LongestValue = 40;

    /// <summary>The conjunction of the filters; null if there are none.</summary>
    internal static string? All(IReadOnlyList<string> filters) =>
        filters.Count == 0 ? null : string.Join('&', filters.Select(filter => $"({filter})"));

    /// <summary>All scenarios of these features.</summary>
    internal static string Of(IReadOnlyList<KnownFeature> features) =>
        string.Join('|', features.Select(feature => OfFeature(feature, features)).Distinct());

    /// <summary>Single scenarios of a selection.</summary>
    internal static string Of(IReadOnlyList<KnownFeature> kept, Selection selection)
    {
        var whole = selection.Features.ToDictionary(feature => feature.Path);
        return string.Join('|', kept.SelectMany(feature => OfScenarios(feature, whole[feature.Path], selection.Features)).Distinct());
    }

    private static IEnumerable<string> OfScenarios(KnownFeature feature, KnownFeature whole, IReadOnlyList<KnownFeature> others)
    {
        var title = OfFeature(feature, others);
        if (feature.Scenarios.Count == whole.Scenarios.Count)
        {
            return [title];
        }

        return feature.Scenarios.GroupBy(scenario => scenario.Title).SelectMany(group =>
        {
            var description = $"{title}&Description={TestFilterText.Escape(group.Key)}";
            return group.Count() == whole.Scenarios.Count(scenario => scenario.Title == group.Key)
                ? [$"({description})"]
                : group.Select(example => $"({description}{string.Concat(example.Values.Select(value => $"&DisplayName~{InName(value)}"))})");
        });
    }

    // A translation may have the same title as the original.
    private static string OfFeature(KnownFeature feature, IReadOnlyList<KnownFeature> others)
    {
        var title = $"FeatureTitle={TestFilterText.Escape(feature.Title)}";
        return Translations.IsTranslated(feature) ? $"({title}&{Translations.OnlyFilter})"
            : others.Any(Translations.IsTranslated) ? $"({title}&{Translations.WithoutFilter})"
            : title;
    }

    private static string InName(string value)
    {
        var end = value.AsSpan().IndexOfAny("\"\\\r\n\t");
        var whole = end < 0 && value.Length <= LongestValue;
        return TestFilterText.Escape("\"" + (whole ? value + "\"" : value[..Math.Min(end < 0 ? value.Length : end, LongestValue)]));
    }
}
