using Estaleiro.Specs.Parsing;
using Io.Cucumber.Messages.Types;

namespace Estaleiro.Specs.Catalog;

/// <summary>A feature in the catalogue.</summary>
/// <param name="Uri">The file, relative to the repository, with forward slashes.</param>
/// <param name="Path">The file's full path.</param>
/// <param name="Line">The line of the title, from 1.</param>
/// <param name="Title">The title.</param>
/// <param name="Description">The text under the title, empty if there is none.</param>
/// <param name="Language">The language of its keywords, as <c>pt</c>.</param>
/// <param name="Tags">The feature's own tags, with the at sign.</param>
/// <param name="Scenarios">Its scenarios and examples, in the file's order.</param>
public sealed record FeatureEntry(
    string Uri,
    string Path,
    int Line,
    string Title,
    string Description,
    string Language,
    IReadOnlyList<string> Tags,
    IReadOnlyList<ScenarioEntry> Scenarios)
{
    /// <summary>The whole file as Cucumber's messages have it, comments included.</summary>
    public required GherkinDocument Document { get; init; }

    internal static FeatureEntry Of(FeatureDocument document, string path)
    {
        var feature = document.Feature!;
        string[] tags = [.. feature.Tags.Select(tag => tag.Name)];
        return new FeatureEntry(
            document.Uri,
            path,
            (int)feature.Location.Line,
            feature.Name,
            string.Join('\n', (feature.Description ?? "").Split('\n').Select(line => line.Trim())),
            feature.Language,
            tags,
            [.. document.Scenarios.Select(scenario => ScenarioEntry.Of(scenario, document.Uri, feature.Name))])
        {
            Document = document.Document,
        };
    }
}
