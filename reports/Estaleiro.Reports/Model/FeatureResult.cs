namespace Estaleiro.Reports.Model;

/// <summary>A feature, with the scenarios that were started.</summary>
public sealed record FeatureResult
{
    /// <summary>The path of the feature file, as in the messages.</summary>
    public required string Uri { get; init; }

    /// <summary>The feature's title, or its path if the title is unknown.</summary>
    public required string Name { get; init; }

    /// <summary>Its description, or empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Its own tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The scenarios outside any rule, in file order.</summary>
    public required IReadOnlyList<ScenarioResult> Scenarios { get; init; }

    /// <summary>The rules, in file order.</summary>
    public required IReadOnlyList<RuleResult> Rules { get; init; }

    /// <summary>All scenarios; those in rules come last.</summary>
    public IEnumerable<ScenarioResult> AllScenarios => Scenarios.Concat(Rules.SelectMany(rule => rule.Scenarios));
}
