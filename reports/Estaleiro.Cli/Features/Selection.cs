namespace Estaleiro.Cli.Features;

/// <summary>The features and scenarios that a run runs.</summary>
/// <param name="Features">The features with at least one selected scenario, containing only the selected scenarios.</param>
/// <param name="TestFilter">The equivalent filter for <c>dotnet test</c>, or null for everything.</param>
internal sealed record Selection(IReadOnlyList<KnownFeature> Features, string? TestFilter)
{
    internal IReadOnlyList<KnownScenario> Scenarios { get; } = [.. Features.SelectMany(feature => feature.Scenarios)];

    /// <summary>Selects by tags and by features. Excludes translations unless tags or features name them.</summary>
    /// <param name="all">All features.</param>
    /// <param name="tags">The tag expression, or null.</param>
    /// <param name="wanted">Files, folders or titles; empty means all features.</param>
    /// <param name="repository">The clone. Paths are relative to it or to the working directory.</param>
    /// <exception cref="CliException">A feature does not exist, or nothing matches.</exception>
    internal static Selection Create(
        IReadOnlyList<KnownFeature> all, (string Text, TagFilter Filter)? tags, IReadOnlyList<string> wanted, Repository repository)
    {
        var byTag = tags is { Text: var text } && Translations.AreNamedIn(text);
        IReadOnlyList<KnownFeature> Meant(IReadOnlyList<KnownFeature> found) => byTag ? found : Translations.Meant(found);
        var features = wanted.Count == 0
            ? Meant(all)
            : [.. wanted.SelectMany(name => Meant(Find(all, name, repository))).Distinct().OrderBy(feature => feature.Path, StringComparer.Ordinal)];
        List<KnownFeature> selected =
        [
            .. features
                .Select(feature => feature with
                {
                    Scenarios = [.. feature.Scenarios.Where(scenario => tags is null || tags.Value.Filter.Matches(scenario.Tags))],
                })
                .Where(feature => feature.Scenarios.Count > 0),
        ];
        if (selected.Count == 0)
        {
            throw CliException.Usage(Nothing(tags?.Text, wanted));
        }

        var filters = new List<string>();
        if (tags is { Filter.TestFilter.Length: > 0 } expression)
        {
            filters.Add(expression.Filter.TestFilter);
        }

        if (wanted.Count > 0)
        {
            filters.Add(SelectionFilter.Of(features));
        }

        if (!features.Any(Translations.IsTranslated) && all.Any(Translations.IsTranslated))
        {
            filters.Add(Translations.WithoutFilter);
        }

        return new Selection(selected, SelectionFilter.All(filters));
    }

    /// <summary>Keeps only these of the selected scenarios; null if none is left.</summary>
    internal Selection? Narrow(Func<KnownScenario, bool> keep)
    {
        List<KnownFeature> kept =
        [
            .. Features.Select(feature => feature with { Scenarios = [.. feature.Scenarios.Where(keep)] }).Where(feature => feature.Scenarios.Count > 0),
        ];
        if (kept.Count == 0)
        {
            return null;
        }

        var filter = SelectionFilter.Of(kept, this);
        return new(kept, TestFilter is null ? $"({filter})" : $"{TestFilter}&({filter})");
    }

    /// <summary>Keeps only one part; null if that part is empty.</summary>
    internal Selection? Narrow(Shard shard)
    {
        var paths = shard.Of(Features).Select(feature => feature.Path).ToHashSet(StringComparer.Ordinal);
        return Narrow(scenario => paths.Contains(scenario.Path));
    }

    private static List<KnownFeature> Find(IReadOnlyList<KnownFeature> all, string wanted, Repository repository)
    {
        var named = all.Where(feature => string.Equals(feature.Title, wanted.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        if (named.Count > 0)
        {
            return named;
        }

        foreach (var start in (string[])[Environment.CurrentDirectory, repository.FeaturesRoot, .. repository.FeatureFolders])
        {
            var path = repository.FeaturePath(Path.Combine(start, wanted)).TrimEnd('/');
            var found = all.Where(feature =>
                feature.Path == path || path == "." || feature.Path.StartsWith(path + "/", StringComparison.Ordinal)).ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        named = [.. all.Where(feature => feature.Path.EndsWith("/" + wanted, StringComparison.Ordinal))];
        if (named.Count > 0)
        {
            return named;
        }

        named = [.. all.Where(feature => feature.Title.Contains(wanted, StringComparison.OrdinalIgnoreCase))];
        return named.Count > 0
            ? named
            : throw CliException.Usage(
                $"No feature file, folder or title matches '{wanted}'. './run.sh list' shows the features.");
    }

    private static string Nothing(string? tags, IReadOnlyList<string> wanted) => (tags, wanted.Count) switch
    {
        (null, 0) => "features/ contains no scenarios.",
        (null, _) => $"No scenarios in {string.Join(", ", wanted)}.",
        (_, 0) => $"No scenario matches --tags \"{tags}\". './run.sh list' shows scenarios and tags.",
        _ => $"No scenario in {string.Join(", ", wanted)} matches --tags \"{tags}\". './run.sh list' shows scenarios and tags.",
    };
}
