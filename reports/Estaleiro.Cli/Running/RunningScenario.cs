using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>A scenario that runs now.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Step">Its step that runs now, or null before the first.</param>
/// <param name="Since">When it started, from the start of the run.</param>
/// <param name="Wait">What it waits for, once it does so for long; or null.</param>
internal sealed record RunningScenario(ScenarioResult Scenario, StepResult? Step, TimeSpan Since, RunningWait? Wait)
{
    /// <summary>What it does now, for people: what it waits for says more than its step.</summary>
    internal string? Doing => Wait is null ? Step?.Title : $"waits for {Wait.Awaited}";
}
