namespace Estaleiro.Reports.Model;

/// <summary>An event of a run, for live displays.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Id">Identifies the attempt at a scenario; the same for all its events.</param>
/// <param name="Scenario">The scenario's current state.</param>
/// <param name="Step">The step that started, or null.</param>
public sealed record RunEvent(RunEventKind Kind, string Id, ScenarioResult Scenario, StepResult? Step);
