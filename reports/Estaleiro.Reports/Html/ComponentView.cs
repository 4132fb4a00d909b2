using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Html;

/// <summary>A box of the map with its features.</summary>
public sealed class ComponentView
{
    internal ComponentView(MapBox box, IReadOnlyList<FeatureResult> features)
    {
        Box = box;
        Features = features;
        Passed = Count(ScenarioOutcome.Passed);
        Failed = Count(ScenarioOutcome.Failed) + Count(ScenarioOutcome.Unfinished);
        Skipped = Count(ScenarioOutcome.Skipped);
    }

    internal MapBox Box { get; }

    internal IReadOnlyList<FeatureResult> Features { get; }

    internal int Passed { get; }

    internal int Failed { get; }

    internal int Skipped { get; }

    /// <summary>The CSS class of its colour.</summary>
    internal string Status => Failed > 0 ? "failed" : Passed > 0 ? "passed" : "skipped";

    private int Count(ScenarioOutcome outcome) =>
        Features.SelectMany(feature => feature.AllScenarios).Count(scenario => scenario.Outcome == outcome);
}
