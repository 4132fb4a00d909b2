using Estaleiro.Specs.Parsing;

namespace Estaleiro.Steps.Outcomes;

/// <summary>
/// Which scenario another one says in another language. A line of its description names it, where readers see it too:
/// <c>Em inglês: Scheduler &gt; A workload that needs a local SSD runs on the node that has one</c>. What must come out is the same.
/// </summary>
/// <param name="Feature">The title of the original's feature.</param>
/// <param name="Scenario">The title of the original.</param>
/// <param name="Example">Of an outline's example, the original's arguments with commas between them; they are in the column <c>em inglês</c>.</param>
public sealed record Translation(string Feature, string Scenario, string? Example)
{
    private const string Line = FeatureScenario.TranslationLine;
    private const string Column = "em inglês";

    /// <summary>What the scenario translates, or null where it is an original.</summary>
    /// <exception cref="InvalidOperationException">The line does not name a feature and a scenario.</exception>
    public static Translation? Of(ScenarioContext scenario)
    {
        var info = scenario.ScenarioInfo;
        var line = (info.Description ?? "").Split('\n')
            .Select(text => text.Trim())
            .FirstOrDefault(text => text.StartsWith(Line, StringComparison.Ordinal));
        if (line is null)
        {
            return null;
        }

        var names = line[Line.Length..].Split(" > ", 2, StringSplitOptions.TrimEntries);
        return names is [{ Length: > 0 } feature, { Length: > 0 } title]
            ? new Translation(feature, title, info.Arguments?[Column] as string)
            : throw new InvalidOperationException($"'{line}' must name the feature and the scenario, as '{Line} Scheduler > A workload …'.");
    }
}
