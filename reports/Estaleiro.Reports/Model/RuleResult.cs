namespace Estaleiro.Reports.Model;

/// <summary>A rule of a feature with its scenarios.</summary>
/// <param name="Name">The rule's title.</param>
/// <param name="Description">Its description, or empty.</param>
/// <param name="Tags">Its own tags.</param>
/// <param name="Scenarios">The scenarios that were started, in file order.</param>
public sealed record RuleResult(
    string Name, string Description, IReadOnlyList<string> Tags, IReadOnlyList<ScenarioResult> Scenarios);
