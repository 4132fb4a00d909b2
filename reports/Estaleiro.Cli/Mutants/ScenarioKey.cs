using System.Text.RegularExpressions;
using Estaleiro.Cli.Features;
using Estaleiro.Reports.Model;
using Estaleiro.Reports.Mutants;

namespace Estaleiro.Cli.Mutants;

/// <summary>Identifies a scenario in the catalogue and in a run's messages by the same text: file, title, and an example's values.</summary>
internal static partial class ScenarioKey
{
    internal static string Of(ScenarioResult scenario) => MutantKill.KeyOf(scenario.Uri, scenario.Title);

    /// <summary>The catalogue appends an example's values as <c>(column: "value")</c>, and leaves placeholders in titles as they are.</summary>
    internal static string Of(KnownScenario scenario)
    {
        var arguments = Argument().Matches(scenario.Name[Math.Min(scenario.Title.Length, scenario.Name.Length)..]);
        if (scenario.Values.Count == 0 || arguments.Count == 0)
        {
            return MutantKill.KeyOf(scenario.Path, scenario.Name);
        }

        var title = arguments.Aggregate(
            scenario.Title, (text, argument) => text.Replace($"<{argument.Groups["column"].Value}>", argument.Groups["value"].Value, StringComparison.Ordinal));
        return MutantKill.KeyOf(scenario.Path, $"{title} ({string.Join(", ", arguments.Select(argument => $"{argument.Groups["column"].Value}={argument.Groups["value"].Value}"))})");
    }

    [GeneratedRegex("""[(,] ?(?<column>[^:(]+): "(?<value>.*?)"(?=, [^:]+: "|\)$)""")]
    private static partial Regex Argument();
}
