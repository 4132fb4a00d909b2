using Estaleiro.Contract.Outages;

namespace Estaleiro.Cli.Outages;

/// <summary>A capability at this moment of an outage.</summary>
/// <param name="Capability">The capability, as the catalogue of probes names it.</param>
/// <param name="State">Its state.</param>
/// <param name="ChangedAt">When its state last changed, counted from when the component was down; null if it never did.</param>
/// <param name="LastWords">What the last probe was told: an answer or an error, in one line.</param>
internal sealed record CapabilityNow(string Capability, CapabilityState State, TimeSpan? ChangedAt, string LastWords)
{
    /// <summary>Whether it was asked for and is not there yet, which may be because it takes its time.</summary>
    internal bool IsOpen { get; init; }

    /// <summary>Whether it is as it was before the outage, as far as it was measured.</summary>
    internal bool IsWhole => !IsOpen && (State is CapabilityState.Works or CapabilityState.NotMeasured);
}
