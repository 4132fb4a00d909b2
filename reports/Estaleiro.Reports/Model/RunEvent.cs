namespace Estaleiro.Reports.Model;

/// <summary>Something that happened in a run, for whoever watches it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Id">The same for all events of one scenario's attempt.</param>
/// <param name="Scenario">The scenario as it stands now.</param>
/// <param name="Step">The step that started, or null.</param>
public sealed record RunEvent(RunEventKind Kind, string Id, ScenarioResult Scenario, StepResult? Step);
