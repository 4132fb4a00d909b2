using System.Text;
using Estaleiro.Gherkin.Naming;
using Estaleiro.Gherkin.Parsing;

namespace Estaleiro.Gherkin.Generator;

/// <summary>Turns feature files into xunit classes, one file each, and removes what earlier builds left.</summary>
internal sealed class FeatureGenerator(GeneratorOptions options)
{
    private const string AssemblyFile = "Estaleiro.Gherkin.Assembly.g.cs";

    public IReadOnlyList<FeatureSyntaxError> Generate()
    {
        var problems = new List<FeatureSyntaxError>();
        var written = new HashSet<string>(StringComparer.Ordinal);
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in options.Features)
        {
            try
            {
                if (Read(input) is { } feature)
                {
                    if (!classes.TryAdd(feature.FullClassName, feature.Document.Uri))
                    {
                        problems.Add(new FeatureSyntaxError(
                            feature.Document.Uri,
                            (int)feature.Document.Feature!.Location.Line,
                            (int)(feature.Document.Feature.Location.Column ?? 1),
                            $"The title '{feature.Document.Feature.Name}' gives the same test class as {classes[feature.FullClassName]}; titles must differ within a folder."));
                        continue;
                    }

                    written.Add(Write(FileNameOf(feature.Document.Uri), FeatureClass.Write(feature)));
                }
            }
            catch (FeatureSyntaxException error)
            {
                problems.AddRange(error.Problems);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                problems.Add(new FeatureSyntaxError(UriOf(input.Path), 1, 1, $"The file cannot be read: {error.Message}"));
            }
        }

        written.Add(Write(AssemblyFile, FeatureClass.Assembly(options.Messages)));
        RemoveOthers(written);
        return problems;
    }

    private GeneratedFeature? Read(FeatureInput input)
    {
        var document = FeatureDocument.Parse(File.ReadAllText(input.Path).ReplaceLineEndings("\n"), UriOf(input.Path));
        if (document.Feature is null)
        {
            return null;
        }

        var relative = Path.GetRelativePath(options.ProjectDirectory, input.Path).Replace('\\', '/');
        var folder = Path.GetDirectoryName(input.Link.Length > 0 ? input.Link.Replace('\\', '/') : relative)!.Replace('\\', '/');
        string[] parts = [.. folder.TrimStart('/', '.').Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Identifier.Of)];
        return new GeneratedFeature(
            document,
            input.Path,
            Path.GetDirectoryName(relative)!.Replace('\\', '/'),
            string.Join('.', parts.Prepend(options.RootNamespace).Where(part => part.Length > 0)),
            Identifier.Of(document.Feature.Name) + "Feature");
    }

    private string UriOf(string path) => Path.GetRelativePath(options.RepositoryRoot, path).Replace('\\', '/');

    private static string FileNameOf(string uri) => uri.Replace("../", "_/", StringComparison.Ordinal) + ".g.cs";

    // A file that would not change keeps its time, and the compiler its cache.
    private string Write(string name, string content)
    {
        var path = Path.GetFullPath(Path.Combine(options.OutputDirectory, name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path) || File.ReadAllText(path) != content)
        {
            File.WriteAllText(path, content, new UTF8Encoding(false));
        }

        return path;
    }

    private void RemoveOthers(HashSet<string> written)
    {
        foreach (var path in Directory.EnumerateFiles(options.OutputDirectory, "*.g.cs", SearchOption.AllDirectories).Where(path => !written.Contains(path)).ToArray())
        {
            File.Delete(path);
        }
    }
}
