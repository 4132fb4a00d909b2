using System.Globalization;

namespace Estaleiro.Gherkin.Bindings;

/// <summary>A step to find a definition for.</summary>
internal sealed record StepQuery(StepDefinitionType Type, string Text, DataTable? Table, string? DocString, ScopeSubject Subject, CultureInfo Culture);
