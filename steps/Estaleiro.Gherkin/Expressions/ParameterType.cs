namespace Estaleiro.Gherkin.Expressions;

/// <summary>A name that cucumber expressions use in braces, and what it matches.</summary>
internal sealed record ParameterType(string Name, Type TargetType, IReadOnlyList<string> Patterns, bool IsCustom, string? TransformationMethod = null);
