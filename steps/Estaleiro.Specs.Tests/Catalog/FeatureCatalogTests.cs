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

    [Fact]
    public async Task Names_that_would_share_a_file_are_refused_each_with_both_lines()
    {
        await WriteAsync("LabNames.feature", """
            Feature: Lab names
              Scenario: Load > 50 %
                Given x
              Scenario: Load < 50 %
                Given x
              Scenario: load 50
                Given x
              Scenario: !
                Given x
              Scenario Outline: Values
                Given <v>
                Examples:
                  | v   |
                  | a/b |
                  | a:b |
                  | A_b |
                  | a b |
            """);

        var catalog = await FeatureCatalog.LoadAsync(root, root);

        Assert.Equal(
            [
                (4, "'Load < 50 %' would share its snapshot with 'Load > 50 %' in line 2: names must differ in more than signs, spaces and case."),
                (6, "'load 50' would share its snapshot with 'Load > 50 %' in line 2: names must differ in more than signs, spaces and case."),
                (8, "The title '!' has neither letter nor digit; its snapshot is named after it."),
                (15, "'Values(v: \"a:b\")' would share its snapshot with 'Values(v: \"a/b\")' in line 14: names must differ in more than signs, spaces and case."),
                (16, "'Values(v: \"A_b\")' would share its snapshot with 'Values(v: \"a/b\")' in line 14: names must differ in more than signs, spaces and case."),
                (17, "'Values(v: \"a b\")' would share its snapshot with 'Values(v: \"a/b\")' in line 14: names must differ in more than signs, spaces and case."),
            ],
            catalog.Errors.Select(error => (error.Line, error.Message)));
    }

    [Fact]
    public async Task Two_features_of_one_title_and_a_file_of_another_name_are_refused()
    {
        const string text = "Feature: Lab names\n  Scenario: One\n    Given x\n";
        await WriteAsync("a/LabNames.feature", text);
        await WriteAsync("b/LabNames.feature", text.Replace("names", "Names!", StringComparison.Ordinal));
        await WriteAsync("c/Something.feature", text.Replace("names", "others", StringComparison.Ordinal));

        var catalog = await FeatureCatalog.LoadAsync(root, root);

        Assert.Equal(
            [
                "b/LabNames.feature:1 The feature 'Lab Names!' has the title of a/LabNames.feature:1: titles must differ in more than signs, spaces and case.",
                "c/Something.feature:1 The file of the feature 'Lab others' must be called LabOthers.feature: its snapshots are found by that name.",
            ],
            catalog.FileProblems.Select(error => $"{error.Uri}:{error.Line} {error.Message}"));
    }

    [Fact]
    public async Task The_kits_own_features_have_no_error()
    {
        var catalog = await FeatureCatalog.LoadAsync(Path.Combine(RepositoryRoot, "features"), RepositoryRoot);

        Assert.Empty(catalog.Errors.Concat(catalog.FileProblems));
    }

    private static string RepositoryRoot { get; } =
        Ancestors(AppContext.BaseDirectory).First(folder => File.Exists(Path.Combine(folder, "Estaleiro.Conformance.sln")));

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (string? next = folder; next is not null; next = Path.GetDirectoryName(next))
        {
            yield return next;
        }
    }

    private async Task WriteAsync(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, path))!);
        await File.WriteAllTextAsync(Path.Combine(root, path), text.ReplaceLineEndings("\n"));
    }
}
