namespace Estaleiro.Gherkin.Bindings;

/// <summary>An argument of a matched step; the start is its place in the step text, null for doc strings and tables.</summary>
internal sealed record MatchArgument(object Value, int? Start, string? ParameterTypeName);

/// <summary>A step definition that fits a step, with the arguments it takes from it.</summary>
internal sealed record StepMatch(StepDefinitionBinding Definition, IReadOnlyList<MatchArgument> Arguments, int ScopeScore);
