namespace Estaleiro.Contract.Outages;

/// <summary>What a sampler saw that sent requests all through an outage.</summary>
/// <param name="Sent">How many requests it sent while the component was down.</param>
/// <param name="Failed">How many of them failed.</param>
/// <param name="FirstFailure">When the first failed, in seconds since the component went down; null if none did.</param>
/// <param name="LastFailure">When the last failed, in seconds since the component went down; null if none did.</param>
public sealed record SampleCount(int Sent, int Failed, double? FirstFailure, double? LastFailure);
