using System.Text.Json;
using Estaleiro.Cli.Features;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>A line of the list of selected scenarios that a run leaves in its folder: the messages do not tell of what never started.</summary>
internal sealed record SelectedScenario(string Path, int Line, string Name)
{
    internal static void Write(string file, IEnumerable<KnownScenario> scenarios) => File.WriteAllLines(
        file, scenarios.Select(scenario => JsonSerializer.Serialize(new SelectedScenario(scenario.Path, scenario.Line, scenario.Name))));

    /// <summary>Reads the list beside a run's messages; none where there is no file. A line that was cut off is left out.</summary>
    internal static IReadOnlyList<SelectedScenario> ReadBeside(string messages)
    {
        var file = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(messages))!, RunFolder.SelectionName);
        return File.Exists(file) ? [.. File.ReadLines(file).Select(Parse).OfType<SelectedScenario>()] : [];
    }

    /// <summary>Those that never started.</summary>
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
