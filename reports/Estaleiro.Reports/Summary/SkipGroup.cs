using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Summary;

/// <summary>The scenarios that were skipped for the same reason.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Scenarios">The scenarios.</param>
public sealed record SkipGroup(string Reason, IReadOnlyList<ScenarioResult> Scenarios);
