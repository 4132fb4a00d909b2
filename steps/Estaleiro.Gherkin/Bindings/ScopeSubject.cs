namespace Estaleiro.Gherkin.Bindings;

/// <summary>What a scope is held against: a scenario, or a feature before its first scenario.</summary>
internal sealed record ScopeSubject(string FeatureTitle, string? ScenarioTitle, IReadOnlyCollection<string> Tags);
