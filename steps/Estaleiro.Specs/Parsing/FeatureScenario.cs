using Io.Cucumber.Messages.Types;

namespace Estaleiro.Specs.Parsing;

/// <summary>A pickle (a scenario, or one example of an outline) and where it came from.</summary>
internal sealed class FeatureScenario
{
    /// <summary>How the line of a translation's description starts that names the original.</summary>
    public const string TranslationLine = "Em inglês:";

    private FeatureScenario(Pickle pickle, ScenarioNode node, Examples? examples, TableRow? row)
    {
        Pickle = pickle;
        Node = node;
        Examples = examples;
        Row = row;
        var steps = node.BackgroundSteps.Concat(node.Scenario.Steps).ToDictionary(step => step.Id);
        Steps = [.. pickle.Steps.Select(step => new FeatureStep(step, steps[step.AstNodeIds[0]]))];
    }

    public Pickle Pickle { get; }

    public ScenarioNode Node { get; }

    public Examples? Examples { get; }

    /// <summary>The example's row; null for a plain scenario.</summary>
    public TableRow? Row { get; }

    public IReadOnlyList<FeatureStep> Steps { get; }

    public string Title => Node.Scenario.Name;

    /// <summary>The line of the scenario, or of the example's row.</summary>
    public int Line => (int)(Row?.Location.Line ?? Node.Scenario.Location.Line);

    /// <summary>The scenario's own tags and those of its examples, without the at sign.</summary>
    public IReadOnlyList<string> OwnTags => [.. Names(Node.Scenario.Tags), .. Names(Examples?.Tags ?? [])];

    public IReadOnlyList<string> RuleTags => [.. Names(Node.Rule?.Tags ?? [])];

    public IReadOnlyList<(string Name, string Value)> Arguments =>
        Row is null ? [] : [.. Examples!.TableHeader!.Cells.Zip(Row.Cells, (name, cell) => (name.Value, cell.Value))];

    /// <summary>The title, for an example with its arguments: <c>Eating(start: "12", eat: "5")</c>.</summary>
    public string DisplayName =>
        Row is null ? Title : $"{Title}({string.Join(", ", Arguments.Select(argument => $"{argument.Name}: \"{argument.Value}\""))})";

    /// <summary>The name of its files.</summary>
    public string FileName => ScenarioFileName.Of(Title, Row is null ? null : string.Join(", ", Arguments.Select(argument => argument.Value)));

    /// <summary>Whether a line of its description names the scenario that it translates, whose snapshot it shares.</summary>
    public bool IsTranslation =>
        (Node.Scenario.Description ?? "").Split('\n').Any(line => line.Trim().StartsWith(TranslationLine, StringComparison.Ordinal));

    public static FeatureScenario Of(Pickle pickle, IEnumerable<ScenarioNode> nodes)
    {
        var node = nodes.First(candidate => candidate.Scenario.Id == pickle.AstNodeIds[0]);
        var rowId = pickle.AstNodeIds.Count > 1 ? pickle.AstNodeIds[1] : null;
        var examples = rowId is null ? null : node.Scenario.Examples.First(candidate => candidate.TableBody.Any(row => row.Id == rowId));
        return new FeatureScenario(pickle, node, examples, examples?.TableBody.First(row => row.Id == rowId));
    }

    private static IEnumerable<string> Names(IEnumerable<Tag> tags) => tags.Select(tag => tag.Name.TrimStart('@'));
}
