using Io.Cucumber.Messages.Types;

namespace Estaleiro.Reports.Model;

/// <summary>Finds the syntax nodes that a pickle was compiled from, by their ids.</summary>
internal sealed class FeatureIndex
{
    private readonly Dictionary<string, Feature> features = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Rule> rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Scenario> scenarios = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Step> steps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Examples Examples, TableRow Row)> rows = new(StringComparer.Ordinal);

    internal void Add(GherkinDocument document)
    {
        if (document.Feature is not { } feature)
        {
            return;
        }

        features[document.Uri ?? ""] = feature;
        foreach (var child in feature.Children ?? [])
        {
            Add(child.Background);
            Add(child.Scenario, null);
            foreach (var ruleChild in child.Rule?.Children ?? [])
            {
                Add(ruleChild.Background);
                Add(ruleChild.Scenario, child.Rule);
            }
        }
    }

    internal Feature? Feature(string uri) => features.GetValueOrDefault(uri);

    internal Rule? Rule(Pickle? pickle) => First(pickle?.AstNodeIds, rules);

    internal Step? Step(PickleStep step) => First(step.AstNodeIds, steps);

    internal Scenario? Scenario(Pickle? pickle) => First(pickle?.AstNodeIds, scenarios);

    internal (Examples? Examples, TableRow? Row) Row(Pickle? pickle) => First(pickle?.AstNodeIds, rows);

    private static T? First<T>(List<string>? ids, Dictionary<string, T> nodes)
    {
        foreach (var id in ids ?? [])
        {
            if (nodes.TryGetValue(id, out var node))
            {
                return node;
            }
        }

        return default;
    }

    private void Add(Background? background)
    {
        foreach (var step in background?.Steps ?? [])
        {
            steps[step.Id] = step;
        }
    }

    private void Add(Scenario? scenario, Rule? rule)
    {
        if (scenario is null)
        {
            return;
        }

        scenarios[scenario.Id] = scenario;
        if (rule is not null)
        {
            rules[scenario.Id] = rule;
        }

        foreach (var step in scenario.Steps ?? [])
        {
            steps[step.Id] = step;
        }

        foreach (var examples in scenario.Examples ?? [])
        {
            foreach (var row in examples.TableBody ?? [])
            {
                rows[row.Id] = (examples, row);
            }
        }
    }
}
