using Estaleiro.Specs.Catalog;

namespace Estaleiro.Specs.Tests.Catalog;

public sealed class FeatureCatalogTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("catalog-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Lists_features_scenarios_examples_and_errors()
    {
        Directory.CreateDirectory(Path.Combine(root, "features/01-etcd"));
        await File.WriteAllTextAsync(
            Path.Combine(root, "features/01-etcd/Etcd.feature"),
            "@etcd\nFeature: etcd\n  Where does the state live?\n\n  @slow\n  Scenario: A key\n    Given x\n\n  Rule: R\n    Scenario Outline: Keys\n      Given <k>\n      @late\n      Examples:\n        | k |\n        | 1 |\n");
        await File.WriteAllTextAsync(Path.Combine(root, "features/broken.feature"), "Feature: B\n  Scenario: S\n    Given x\n    nonsense\n");

        var catalog = await FeatureCatalog.LoadAsync(Path.Combine(root, "features"), root);

        var feature = Assert.Single(catalog.Features);
        Assert.Equal(("features/01-etcd/Etcd.feature", 2, "etcd", "Where does the state live?", "en"), (feature.Uri, feature.Line, feature.Title, feature.Description, feature.Language));
        Assert.Collection(
            catalog.Scenarios,
            scenario =>
            {
                Assert.Equal(("A key", 6, false), (scenario.DisplayName, scenario.Line, scenario.IsExample));
                Assert.Equal(["@etcd", "@slow"], scenario.Tags);
            },
            scenario =>
            {
                Assert.Equal(("Keys", "Keys(k: \"1\")", 15, true, "R"), (scenario.Title, scenario.DisplayName, scenario.Line, scenario.IsExample, scenario.Rule));
                Assert.Equal(["@etcd", "@late"], scenario.Tags);
            });
        var error = Assert.Single(catalog.Errors);
        Assert.Equal(("features/broken.feature", 4, 5), (error.Uri, error.Line, error.Column));
    }
}
