using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>A scenario that runs now.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Step">Its step that runs now, or null before the first.</param>
/// <param name="Since">When it started, from the start of the run.</param>
internal sealed record RunningScenario(ScenarioResult Scenario, StepResult? Step, TimeSpan Since);
