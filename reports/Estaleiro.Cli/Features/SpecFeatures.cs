using Estaleiro.Specs.Catalog;
using Estaleiro.Specs.Snapshots;
using Estaleiro.Specs.Tags;

namespace Estaleiro.Cli.Features;

/// <summary>Features and tag expressions as <c>Estaleiro.Specs</c> reads them.</summary>
internal sealed class SpecFeatures : IFeatureSource
{
    public async Task<IReadOnlyList<KnownFeature>> LoadAsync(Repository repository, CancellationToken cancellationToken)
    {
        if (repository.FeatureFolders.FirstOrDefault(folder => !Directory.Exists(folder)) is { } missing)
        {
            throw CliException.Usage($"Folder {missing} does not exist.");
        }

        var catalog = await FeatureCatalog.LoadAsync(repository.FeatureFolders, repository.FeaturesRoot, cancellationToken);
        if (catalog.Errors.Count > 0)
        {
            throw CliException.Usage(string.Join(
                Environment.NewLine, catalog.Errors.Select(error => $"{error.Uri}:{error.Line}:{error.Column}: {error.Message}")));
        }

        var problems = catalog.FileProblems.ToDictionary(problem => problem.Uri, problem => $"{problem.Uri}:{problem.Line}: {problem.Message}");
        return [.. catalog.Features.Select(feature => ToKnown(feature) with { FileProblem = problems.GetValueOrDefault(feature.Uri) })];
    }

    public TagFilter ParseTags(string expression)
    {
        try
        {
            var tags = TagExpression.Parse(expression);
            return new TagFilter(tags.Evaluate, tags.ToTestFilter());
        }
        catch (TagExpressionException exception)
        {
            throw CliException.Usage(exception.Message.ReplaceLineEndings(" "));
        }
    }

    private static string SnapshotOf(ScenarioEntry scenario)
    {
        var folder = scenario.Uri[..(scenario.Uri.LastIndexOf('/') + 1)];
        return folder + SnapshotFile.Stem(Path.GetFileNameWithoutExtension(scenario.Uri), scenario.FileName);
    }

    private static KnownFeature ToKnown(FeatureEntry feature) => new(
        feature.Uri,
        feature.Title,
        feature.Tags,
        [.. feature.Scenarios.Select(scenario => new KnownScenario(
            scenario.Uri, scenario.Line, scenario.Feature, scenario.Rule, scenario.DisplayName, scenario.Tags)
        {
            Title = scenario.Title,
            Snapshot = scenario.IsTranslation ? null : SnapshotOf(scenario),
            Values = scenario.Values,
        })]);
}
