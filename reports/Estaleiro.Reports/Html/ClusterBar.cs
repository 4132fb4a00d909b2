using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Html;

/// <summary>A cluster on the timeline, from the moment its first scenario asked for it to the moment that scenario had it.</summary>
/// <param name="Name">The cluster.</param>
/// <param name="Scenario">The scenario that got it first.</param>
/// <param name="Lane">Its row, from 0.</param>
/// <param name="From">Seconds since the first scenario's start.</param>
/// <param name="Seconds">How long the scenario waited.</param>
public sealed record ClusterBar(string Name, ScenarioResult Scenario, int Lane, double From, double Seconds);
