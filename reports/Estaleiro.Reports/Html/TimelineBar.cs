using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Html;

/// <summary>A scenario on the timeline.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Lane">Its row, from 0.</param>
/// <param name="From">Seconds since the start of the timeline.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record TimelineBar(ScenarioResult Scenario, int Lane, double From, double Seconds);
