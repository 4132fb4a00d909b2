using System.Reflection;
using Reqnroll;

namespace Estaleiro.Specs.Xunit.Pacing;

/// <summary>A step as <see cref="IStepPace"/> sees it.</summary>
/// <param name="Number">Which it is, from 1, background steps counted.</param>
/// <param name="Titles">The scenario's steps with their keywords.</param>
/// <param name="Table">The data table under it, or null.</param>
/// <param name="DocString">The doc string under it, or null.</param>
/// <param name="Method">Its step definition.</param>
/// <param name="Place">File and line of the scenario.</param>
/// <param name="ScenarioComments">The comments right above the scenario, without the hash.</param>
/// <param name="Comments">Those right above the step.</param>
public sealed record PacedStep(
    int Number,
    IReadOnlyList<string> Titles,
    DataTable? Table,
    string? DocString,
    MethodInfo Method,
    string Place,
    IReadOnlyList<string> ScenarioComments,
    IReadOnlyList<string> Comments)
{
    /// <summary>Keyword and text.</summary>
    public string Title => Titles[Number - 1];

    /// <summary>Whether the scenario ends with it.</summary>
    public bool IsLast => Number == Titles.Count;
}
