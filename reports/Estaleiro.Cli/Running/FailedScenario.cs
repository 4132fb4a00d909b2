using Estaleiro.Cli.Features;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>A scenario that did not pass in an earlier run.</summary>
/// <param name="Path">Its feature file at that time.</param>
/// <param name="Title">Its title at that time.</param>
/// <param name="Arguments">
/// For an example, its columns and values in the format that the catalogue appends to the title; otherwise empty.
/// </param>
internal sealed record FailedScenario(string Path, string Title, string Arguments)
{
    internal static FailedScenario Of(ScenarioResult result) => new(
        result.Uri,
        result.Name,
        result.Example.Count == 0 ? "" : $"({string.Join(", ", result.Example.Select(cell => $"{cell.Key}: \"{cell.Value}\""))})");

    /// <summary>Whether it is the given scenario. Line numbers are ignored, because they change when a feature is edited.</summary>
    internal bool Is(KnownScenario scenario) =>
        PathText.IsSame(scenario.Path, Path)
        && (scenario.Name == Title + Arguments

            // In the messages the <placeholders> of a title are filled in, in the catalogue they are not.
            || (Arguments.Length > 0 && scenario.Title.Contains('<', StringComparison.Ordinal) && scenario.Name == scenario.Title + Arguments));

    public override string ToString() => $"{Path} › {Title}{Arguments}";
}
