using System.Text.Json;
using Estaleiro.Cli.Features;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>
/// A line of the list of selected scenarios in a run's folder. It shows which scenarios never started, which the messages don't.
/// </summary>
internal sealed record SelectedScenario(string Path, int Line, string Name)
{
    internal static void Write(string file, IEnumerable<KnownScenario> scenarios) => File.WriteAllLines(
        file, scenarios.Select(scenario => JsonSerializer.Serialize(new SelectedScenario(scenario.Path, scenario.Line, scenario.Name))));

    /// <summary>Reads the list next to a run's messages; empty if there is no file. Ignores a truncated line.</summary>
    internal static IReadOnlyList<SelectedScenario> ReadBeside(string messages)
    {
        var file = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(messages))!, RunFolder.SelectionName);
        return File.Exists(file) ? [.. File.ReadLines(file).Select(Parse).OfType<SelectedScenario>()] : [];
    }

    /// <summary>The scenarios that never started.</summary>
    internal static IReadOnlyList<SelectedScenario> NotRun(IReadOnlyList<SelectedScenario> selected, IReadOnlyList<ScenarioResult> results) =>
        [.. selected.Where(scenario => !results.Any(result => result.Line == scenario.Line && PathText.IsSame(scenario.Path, result.Uri)))];

    private static SelectedScenario? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<SelectedScenario>(line) is { Path: not null, Name: not null } scenario ? scenario : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
