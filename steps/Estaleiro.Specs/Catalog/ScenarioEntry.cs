using Estaleiro.Specs.Parsing;

namespace Estaleiro.Specs.Catalog;

/// <summary>A scenario, or one example of an outline, in the catalogue.</summary>
/// <param name="Uri">The file, relative to the repository, with forward slashes.</param>
/// <param name="Line">The line of the scenario, or of the example's row, from 1.</param>
/// <param name="Feature">The feature's title.</param>
/// <param name="Rule">The rule's title, null outside rules.</param>
/// <param name="Title">The scenario's title.</param>
/// <param name="DisplayName">The test's name: the title, for an example with its arguments.</param>
/// <param name="IsExample">Whether it is an example of an outline.</param>
/// <param name="Tags">Its tags and those of its feature, rule and examples, with the at sign.</param>
public sealed record ScenarioEntry(
    string Uri,
    int Line,
    string Feature,
    string? Rule,
    string Title,
    string DisplayName,
    bool IsExample,
    IReadOnlyList<string> Tags)
{
    /// <summary>The values of the example that it is, in the order of its columns; none for a plain scenario.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The name of its files, in a snapshot's name behind that of the feature.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Whether it translates another scenario, whose snapshot it shares.</summary>
    public bool IsTranslation { get; init; }

    internal static ScenarioEntry Of(FeatureScenario scenario, string uri, string feature) => new(
        uri,
        scenario.Line,
        feature,
        scenario.Node.Rule?.Name,
        scenario.Title,
        scenario.DisplayName,
        scenario.Row is not null,
        [.. scenario.Pickle.Tags.Select(tag => tag.Name).Distinct()])
    {
        FileName = scenario.FileName,
        IsTranslation = scenario.IsTranslation,
        Values = [.. scenario.Arguments.Select(argument => argument.Value)],
    };
}
