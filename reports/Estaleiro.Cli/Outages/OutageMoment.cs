namespace Estaleiro.Cli.Outages;

/// <summary>An outage at one moment.</summary>
/// <param name="Component">What is down.</param>
/// <param name="IsBack">Whether it was put back already.</param>
/// <param name="Elapsed">The time since it went down, or since it is back.</param>
/// <param name="Capabilities">The capabilities.</param>
internal sealed record OutageMoment(string Component, bool IsBack, TimeSpan Elapsed, IReadOnlyList<CapabilityNow> Capabilities);
