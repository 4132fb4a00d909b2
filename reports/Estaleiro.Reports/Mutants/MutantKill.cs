namespace Estaleiro.Reports.Mutants;

/// <summary>A scenario that failed on a mutant.</summary>
/// <param name="Feature">The feature's title.</param>
/// <param name="Scenario">The scenario's title, an example's values filled in.</param>
/// <param name="Path">The feature file.</param>
/// <param name="Line">The line of the step that failed.</param>
/// <param name="Step">The step that failed.</param>
/// <param name="Words">The failure's message.</param>
public sealed record MutantKill(string Feature, string Scenario, string Path, long Line, string? Step, string Words)
{
    /// <summary>Identifies the scenario.</summary>
    public string Key => KeyOf(Path, Scenario);

    /// <summary>Identifies a scenario.</summary>
    public static string KeyOf(string path, string scenario) => $"{path} › {scenario}";

    /// <summary>The message's first line.</summary>
    public string FirstLine => Words.Split('\n')[0].Trim();
}
