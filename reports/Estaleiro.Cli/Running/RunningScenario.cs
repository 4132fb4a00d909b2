using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>A running scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Step">The running step, or null before the first one.</param>
/// <param name="Since">When it started, relative to the start of the run.</param>
/// <param name="Wait">A long wait, or null.</param>
internal sealed record RunningScenario(ScenarioResult Scenario, StepResult? Step, TimeSpan Since, RunningWait? Wait)
{
    /// <summary>What it is doing, for display: what it waits for says more than the step.</summary>
    internal string? Doing => Wait is null ? Step?.Title : $"waiting for {Wait.Awaited}";
}
