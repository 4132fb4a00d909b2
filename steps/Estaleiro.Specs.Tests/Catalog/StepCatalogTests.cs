using System.Reflection;
using Estaleiro.Specs.Catalog;

namespace Estaleiro.Specs.Tests.Catalog;

public sealed class StepCatalogTests
{
    private static readonly string Assembly = typeof(StepCatalogTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "Steps").Value!;

    private static readonly string Root = Path.GetFullPath("../../../../..", Path.GetDirectoryName(Assembly)!);

    [Fact]
    public async Task A_step_is_listed_with_texts_keywords_docstring_and_an_example_of_each_language()
    {
        var steps = await LoadAsync();

        var step = Assert.Single(steps, step => step.Method == "ObjectSteps.IsScaled");
        Assert.Equal("Objects of any kind: what somebody asks of them, and what controllers make of that in time.", step.Group);
        Assert.StartsWith("Sets the number of replicas by the scale subresource", step.Summary, StringComparison.Ordinal);
        Assert.Equal(
            ["the {word} {string} is scaled to {int}: Given, When: en", "o {word} {string} é escalado para {int}: Given, When: pt"],
            step.Wordings.Select(wording => $"{wording.Text}: {string.Join(", ", wording.Keywords)}: {wording.Example?.Language}"));
        var example = step.Wordings[0].Example!;
        Assert.EndsWith(example.Text, File.ReadAllLines(Path.Combine(Root, example.Uri))[example.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_find_steps_by_text_docstring_and_method()
    {
        var steps = await LoadAsync();

        Assert.Contains("ObjectSteps.IsScaled", steps.Where(step => step.Mentions(["SCALED", "replicas"])).Select(step => step.Method));
        Assert.DoesNotContain(steps, step => step.Mentions(["scaled", "etcd", "ingress"]));
    }

    [Fact]
    public async Task Every_shared_step_says_what_it_does_and_what_it_records()
    {
        var shared = Directory.GetFiles(Path.Combine(Root, "steps/Estaleiro.Steps/00-shared"), "*Steps.cs").Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var steps = (await LoadAsync()).Where(step => shared.Contains(step.Method.Split('.')[0])).ToList();

        Assert.NotEmpty(steps);
        Assert.Empty(steps.Where(step => step.Summary.Length == 0).Select(step => $"{step.Method}: give it a docstring, which './run.sh steps' shows"));
    }

    private static async Task<IReadOnlyList<StepEntry>> LoadAsync() =>
        StepCatalog.Load(Assembly, (await FeatureCatalog.LoadAsync(Path.Combine(Root, "features"), Root)).Features);
}
