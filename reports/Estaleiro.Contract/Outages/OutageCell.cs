namespace Estaleiro.Contract.Outages;

/// <summary>One capability during one outage.</summary>
/// <param name="Capability">The capability, as the catalogue of probes names it: "a new pod runs".</param>
/// <param name="State">What became of it.</param>
/// <param name="When">When it failed or froze.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Command">The kubectl line that shows it.</param>
/// <param name="Samples">For traffic: how many requests failed. Null for a capability that is asked for once.</param>
public sealed record OutageCell(
    string Capability,
    CapabilityState State,
    TimeClass When,
    string Reason,
    string Command,
    SampleCount? Samples = null);
