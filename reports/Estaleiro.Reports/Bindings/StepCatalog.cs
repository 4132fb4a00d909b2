using Io.Cucumber.Messages.Types;

namespace Estaleiro.Reports.Bindings;

/// <summary>Every step that features can use: read from the built steps, with examples from the features.</summary>
public static class StepCatalog
{
    /// <summary>The steps, ordered by folder and then by their first text.</summary>
    /// <param name="assembly">The built assembly of the steps. Its documentation file and the assemblies that it uses lie beside it.</param>
    /// <param name="sources">The folder of its sources: the folder of a step's class is that of the file of the same name.</param>
    /// <param name="features">The features, in the order in which examples are looked for.</param>
    /// <exception cref="IOException">The assembly, its documentation file or the folder of sources is missing or cannot be read.</exception>
    /// <exception cref="BadImageFormatException">The file is no assembly.</exception>
    public static IReadOnlyList<BoundStep> Read(string assembly, string sources, IEnumerable<GherkinDocument> features)
    {
        var uses = features.SelectMany(FeatureSteps.Of).DistinctBy(use => (use.Keyword, use.Example.Text)).ToList();
        var folders = new DirectoryInfo(sources).EnumerateFiles("*.cs", SearchOption.AllDirectories)
            .DistinctBy(file => file.Name).ToDictionary(file => Path.GetFileNameWithoutExtension(file.Name), file => file.Directory!.Name, StringComparer.Ordinal);
        return
        [
            .. StepAssembly.Read(assembly).Select(method => Of(method, folders.GetValueOrDefault(method.Class, ""), uses))
                .OrderBy(step => step.Folder, StringComparer.Ordinal)
                .ThenBy(step => step.Texts[0].Expression, StringComparer.Ordinal)
                .ThenBy(step => step.Name, StringComparer.Ordinal),
        ];
    }

    private static BoundStep Of(BoundMethod method, string folder, List<(string Keyword, StepExample Example)> uses)
    {
        var placeholders = new StepExpression(method.Texts[0].Expression).Placeholders;
        return new(
            folder,
            $"{method.Class}.{method.Name}",
            method.Summary,
            [.. method.Parameters.Select((parameter, index) => new StepArgument(
                parameter.Name, placeholders.ElementAtOrDefault(index) ?? (parameter.Type == "String" ? "doc string" : "table")))],
            [.. method.Texts.Select(text => new BoundText(text.Expression, text.Keywords, ExampleOf(text)))]);

        StepExample? ExampleOf((string Expression, IReadOnlyList<string> Keywords) text)
        {
            var expression = new StepExpression(text.Expression);
            return uses.Find(use => text.Keywords.Contains(use.Keyword) && expression.Matches(use.Example.Text)).Example;
        }
    }
}
