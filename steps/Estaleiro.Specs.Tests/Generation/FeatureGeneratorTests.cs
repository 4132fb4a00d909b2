extern alias Generator;

using System.Collections.Immutable;
using Generator::Estaleiro.Specs.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Estaleiro.Specs.Tests.Generation;

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

        var (_, errors) = Generate();

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

        var (_, errors) = Generate();

        Assert.Equal(
            ["features/b.feature(1,1): error GHERKIN: The title 'the Same' gives the same test class as features/a.feature; titles must differ within a folder."],
            errors);
    }

    [Fact]
    public void Names_are_those_Reqnroll_gives()
    {
        Write("features/01-etcd/x.feature", "Feature: Ação: onde \"mora\" o estado?\n  Scenario: 3rd time's a charm\n    Given x\n  Scenario: a-b\n    Given x\n  Scenario: ã.b\n    Given x\n");

        var code = Generate().Sources.Single(source => source.Key.StartsWith("Features", StringComparison.Ordinal)).Value;
        Assert.Contains("namespace Specs.Features._01_Etcd\n", code, StringComparison.Ordinal);
        Assert.Contains("class AcaoOndeMoraOEstadoFeature ", code, StringComparison.Ordinal);
        Assert.Contains(" Task _3RdTimesACharm()".Trim(), code, StringComparison.Ordinal);
        Assert.Contains("A_B()", code, StringComparison.Ordinal);
        Assert.Contains("A_B_1()", code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feature_that_did_not_change_is_not_generated_again()
    {
        Write("features/a.feature", "Feature: A\n");
        Write("features/b.feature", "Feature: B\n");
        var driver = Driver().RunGenerators(Compilation);

        Write("features/b.feature", "Feature: B\n  Scenario: New\n    Given x\n");
        driver = driver.ReplaceAdditionalTexts(Texts()).RunGenerators(Compilation);

        var reasons = driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
        Assert.Contains(IncrementalStepRunReason.Cached, reasons);
        Assert.Contains(IncrementalStepRunReason.Modified, reasons);
    }

    [Fact]
    public void A_file_without_a_feature_gives_no_class()
    {
        Write("features/a.feature", "# only a comment\n");

        var (sources, errors) = Generate();

        Assert.Empty(errors);
        Assert.Equal(["Estaleiro.Specs.g.cs"], sources.Keys);
    }

    private static CSharpCompilation Compilation { get; } = CSharpCompilation.Create("features");

    private (Dictionary<string, string> Sources, string[] Errors) Generate()
    {
        var result = Driver().RunGenerators(Compilation).GetRunResult().Results.Single();
        return (
            result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString()),
            [.. result.Diagnostics.Select(diagnostic => diagnostic.ToString().Replace(root + "/", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]);
    }

    private CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new FeatureGenerator().AsSourceGenerator()],
        Texts(),
        optionsProvider: new Options(root),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private ImmutableArray<AdditionalText> Texts() =>
        [.. Directory.GetFiles(root, "*.feature", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => new FileText(path))];

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, path))!);
        File.WriteAllText(Path.Combine(root, path), text);
    }

    private sealed class FileText(string path) : AdditionalText
    {
        private readonly SourceText text = SourceText.From(File.ReadAllText(path));

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class Options(string root) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new()
        {
            ["build_property.MSBuildProjectDirectory"] = root + "/steps",
            ["build_property.FeaturesRoot"] = root,
            ["build_property.RootNamespace"] = "Specs",
        });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
