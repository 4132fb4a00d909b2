namespace Estaleiro.Reports.Html;

/// <summary>A cluster's start on the timeline.</summary>
/// <param name="Name">The cluster.</param>
/// <param name="Lane">Its row, from 0.</param>
/// <param name="From">Seconds since the start of the timeline.</param>
/// <param name="Seconds">How long the start took.</param>
public sealed record ClusterBar(string Name, int Lane, double From, double Seconds);
