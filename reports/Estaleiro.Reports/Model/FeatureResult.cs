namespace Estaleiro.Reports.Model;

/// <summary>A feature with those of its scenarios that were started.</summary>
public sealed record FeatureResult
{
    /// <summary>Path of the feature file as the messages give it.</summary>
    public required string Uri { get; init; }

    /// <summary>The feature's title; its path where the title is not known.</summary>
    public required string Name { get; init; }

    /// <summary>Its description, or empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Its own tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The scenarios outside of any rule, in the order of the file.</summary>
    public required IReadOnlyList<ScenarioResult> Scenarios { get; init; }

    /// <summary>The rules, in the order of the file.</summary>
    public required IReadOnlyList<RuleResult> Rules { get; init; }

    /// <summary>All scenarios, those of rules last.</summary>
    public IEnumerable<ScenarioResult> AllScenarios => Scenarios.Concat(Rules.SelectMany(rule => rule.Scenarios));
}
