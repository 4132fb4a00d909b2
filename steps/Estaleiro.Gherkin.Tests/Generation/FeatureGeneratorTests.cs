using Estaleiro.Gherkin.Generator;

namespace Estaleiro.Gherkin.Tests.Generation;

public sealed class FeatureGeneratorTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("generator-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Every_problem_is_one_line_with_its_place()
    {
        Write("features/a.feature", "Feature: A\n  Scenario: One\n    Given x\n    Givn y\n  Scenario: Two\n    Given z\n      | a | b |\n      | a |\n");
        Write("features/b.feature", "# language: xx\nFeature: B\n");
        Write("features/c.feature", "Feature: C\n  Scenario: Same\n    Given x\n  Scenario: Same\n    Given x\n  Scenario Outline: None\n    Given x\n  Scenario:\n    Given x\n");

        var (code, errors) = Generate();

        Assert.Equal(1, code);
        Assert.Collection(
            errors,
            line => Assert.StartsWith("features/a.feature(4,5): error GHERKIN: expected: ", line, StringComparison.Ordinal),
            line => Assert.Equal("features/a.feature(8,7): error GHERKIN: inconsistent cell count within the table", line),
            line => Assert.Equal("features/b.feature(1,1): error GHERKIN: Language not supported: xx", line),
            line => Assert.Equal("features/c.feature(4,3): error GHERKIN: The feature already has a scenario 'Same'; titles must be unique in a feature.", line),
            line => Assert.Equal("features/c.feature(6,3): error GHERKIN: The outline 'None' has no examples.", line),
            line => Assert.Equal("features/c.feature(8,3): error GHERKIN: The scenario has no title; a test is named after it.", line));
    }

    [Fact]
    public void Two_titles_that_give_one_class_are_an_error()
    {
        Write("features/a.feature", "Feature: The same\n");
        Write("features/b.feature", "Feature: the Same\n");

        var (code, errors) = Generate();

        Assert.Equal(1, code);
        Assert.Equal(
            ["features/b.feature(1,1): error GHERKIN: The title 'the Same' gives the same test class as features/a.feature; titles must differ within a folder."],
            errors);
    }

    [Fact]
    public void Names_are_those_Reqnroll_gives()
    {
        Write("features/01-etcd/x.feature", "Feature: Ação: onde \"mora\" o estado?\n  Scenario: 3rd time's a charm\n    Given x\n  Scenario: a-b\n    Given x\n  Scenario: A.b\n    Given x\n");

        Assert.Equal(0, Generate().Code);

        var code = Read("features/01-etcd/x.feature.g.cs");
        Assert.Contains("namespace Specs.Features._01_Etcd\n", code, StringComparison.Ordinal);
        Assert.Contains("class AcaoOndeMoraOEstadoFeature ", code, StringComparison.Ordinal);
        Assert.Contains(" Task _3RdTimesACharm()".Trim(), code, StringComparison.Ordinal);
        Assert.Contains("A_B()", code, StringComparison.Ordinal);
        Assert.Contains("A_B_1()", code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feature_that_went_takes_its_code_along_and_others_stay_untouched()
    {
        Write("features/a.feature", "Feature: A\n");
        Write("features/b.feature", "Feature: B\n");
        Generate();
        var kept = Path.Combine(root, "obj/features/a.feature.g.cs");
        var time = File.GetLastWriteTimeUtc(kept);

        File.Delete(Path.Combine(root, "features/b.feature"));
        Generate();

        Assert.Equal(["features/a.feature.g.cs", "Estaleiro.Gherkin.Assembly.g.cs"], Directory.GetFiles(Path.Combine(root, "obj"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Path.Combine(root, "obj"), path)).OrderDescending(StringComparer.Ordinal));
        Assert.Equal(time, File.GetLastWriteTimeUtc(kept));
    }

    [Fact]
    public void A_file_without_a_feature_gives_no_class()
    {
        Write("features/a.feature", "# only a comment\n");

        Assert.Equal(0, Generate().Code);
        Assert.False(Directory.Exists(Path.Combine(root, "obj/features")));
    }

    [Fact]
    public void Without_options_it_says_what_it_needs()
    {
        using var errors = new StringWriter();
        Assert.Equal(2, GeneratorCommand.Run([], errors));
        Assert.Single(errors.ToString().Trim().Split('\n'));
    }

    private (int Code, string[] Errors) Generate()
    {
        Directory.CreateDirectory(Path.Combine(root, "steps"));
        Directory.CreateDirectory(Path.Combine(root, "obj"));
        var options = Path.Combine(root, "options");
        File.WriteAllLines(
            options,
            [
                $"ProjectDirectory={root}/steps", $"RepositoryRoot={root}", "RootNamespace=Specs", $"OutputDirectory={root}/obj", "Messages=",
                .. Directory.GetFiles(root, "*.feature", SearchOption.AllDirectories).Select(path => $"Feature={path}|"),
            ]);
        using var errors = new StringWriter();
        var code = GeneratorCommand.Run([options], errors);
        return (code, errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, path))!);
        File.WriteAllText(Path.Combine(root, path), text);
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(root, "obj", path));
}
