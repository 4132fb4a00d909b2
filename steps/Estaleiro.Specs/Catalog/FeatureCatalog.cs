using Estaleiro.Specs.Parsing;

namespace Estaleiro.Specs.Catalog;

/// <summary>The features under a folder, read without running them.</summary>
public sealed class FeatureCatalog
{
    private FeatureCatalog(IReadOnlyList<FeatureEntry> features, IReadOnlyList<FeatureSyntaxError> errors)
    {
        Features = features;
        Errors = errors;
    }

    /// <summary>The features, ordered by path. Files with errors and files without a feature are not among them.</summary>
    public IReadOnlyList<FeatureEntry> Features { get; }

    /// <summary>What is wrong with the files that could not be read.</summary>
    public IReadOnlyList<FeatureSyntaxError> Errors { get; }

    /// <summary>
    /// The features whose snapshots cannot be found: the file's name does not follow from the title, or another feature has the same title.
    /// </summary>
    public IEnumerable<FeatureSyntaxError> FileProblems => Features.SelectMany(FileProblemsOf);

    /// <summary>Every scenario and example of every feature.</summary>
    public IEnumerable<ScenarioEntry> Scenarios => Features.SelectMany(feature => feature.Scenarios);

    private IEnumerable<FeatureSyntaxError> FileProblemsOf(FeatureEntry feature)
    {
        var key = Key(feature);
        var file = ScenarioFileName.Pascal(feature.Title);
        if (Features.TakeWhile(other => other != feature).FirstOrDefault(other => Key(other) == key) is { } first)
        {
            yield return Problem($"The feature '{feature.Title}' has the title of {first.Uri}:{first.Line}: titles must differ in more than signs, spaces and case.");
        }
        else if (!string.Equals(Path.GetFileNameWithoutExtension(feature.Path), file, StringComparison.OrdinalIgnoreCase))
        {
            yield return Problem($"The file of the feature '{feature.Title}' must be called {file}.feature: its snapshots are found by that name.");
        }

        FeatureSyntaxError Problem(string message) => new(feature.Uri, feature.Line, 1, message);

        static string Key(FeatureEntry feature) => ScenarioFileName.Key(ScenarioFileName.Pascal(feature.Title));
    }

    /// <summary>Reads every <c>.feature</c> file under <paramref name="folder"/>.</summary>
    /// <param name="folder">The folder, its subfolders included.</param>
    /// <param name="repositoryRoot">What the paths in the result are relative to.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static Task<FeatureCatalog> LoadAsync(string folder, string repositoryRoot, CancellationToken cancellationToken = default) =>
        LoadAsync([folder], repositoryRoot, cancellationToken);

    /// <summary>Reads every <c>.feature</c> file under several folders.</summary>
    /// <param name="folders">The folders, none inside another.</param>
    /// <param name="root">What the paths in the result are relative to.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static async Task<FeatureCatalog> LoadAsync(IEnumerable<string> folders, string root, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folders);
        var features = new List<FeatureEntry>();
        var errors = new List<FeatureSyntaxError>();
        foreach (var path in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.feature", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            var uri = Path.GetRelativePath(root, path).Replace('\\', '/');
            try
            {
                var document = FeatureDocument.Parse((await File.ReadAllTextAsync(path, cancellationToken)).ReplaceLineEndings("\n"), uri);
                if (document.Feature is not null)
                {
                    features.Add(FeatureEntry.Of(document, Path.GetFullPath(path)));
                }
            }
            catch (FeatureSyntaxException error)
            {
                errors.AddRange(error.Problems);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                errors.Add(new FeatureSyntaxError(uri, 1, 1, $"The file cannot be read: {error.Message}"));
            }
        }

        return new FeatureCatalog(features, errors);
    }
}
