using Estaleiro.Cli.Features;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>A scenario without a good result in an earlier run.</summary>
/// <param name="Path">Its feature's file then.</param>
/// <param name="Title">Its title then.</param>
/// <param name="Arguments">Of an example, its columns and values as the catalogue writes them behind the title; else empty.</param>
internal sealed record FailedScenario(string Path, string Title, string Arguments)
{
    internal static FailedScenario Of(ScenarioResult result) => new(
        result.Uri,
        result.Name,
        result.Example.Count == 0 ? "" : $"({string.Join(", ", result.Example.Select(cell => $"{cell.Key}: \"{cell.Value}\""))})");

    /// <summary>Whether it is this one. Lines don't count: whoever mends a feature moves them.</summary>
    internal bool Is(KnownScenario scenario) =>
        PathText.IsSame(scenario.Path, Path)
        && (scenario.Name == Title + Arguments

            // The messages have a title's <placeholders> filled in, the catalogue has not.
            || (Arguments.Length > 0 && scenario.Title.Contains('<', StringComparison.Ordinal) && scenario.Name == scenario.Title + Arguments));

    public override string ToString() => $"{Path} › {Title}{Arguments}";
}
