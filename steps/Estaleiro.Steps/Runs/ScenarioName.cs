using Estaleiro.Specs.Parsing;

namespace Estaleiro.Steps.Runs;

/// <summary>The file name of a scenario's snapshot and evidence. Made here, so that every snapshot engine reads and writes the same files.</summary>
public static class ScenarioName
{
    /// <summary>The title in Pascal case, and for an example of an outline its arguments: <c>APodReaches(on another node, node1)</c>.</summary>
    public static string Of(ScenarioContext scenario)
    {
        var info = scenario.ScenarioInfo;
        return Of(info.Title, info.Arguments is { Count: > 0 } arguments ? string.Join(", ", arguments.Values.Cast<object?>()) : null);
    }

    /// <summary>As for a scenario of that title, and of those arguments with commas between them.</summary>
    public static string Of(string title, string? arguments) => ScenarioFileName.Of(title, arguments);

    /// <summary>A title in Pascal case: letters and digits only, each word capitalised.</summary>
    public static string Pascal(string title) => ScenarioFileName.Pascal(title);
}
