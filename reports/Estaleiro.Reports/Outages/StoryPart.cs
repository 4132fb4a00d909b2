using Estaleiro.Contract.Outages;

namespace Estaleiro.Reports.Outages;

/// <summary>A sentence about an outage: what was lost, what froze or what went on.</summary>
/// <param name="State">What became of these capabilities.</param>
/// <param name="Label">How the sentence begins: "Lost at once".</param>
/// <param name="Text">The capabilities.</param>
public sealed record StoryPart(CapabilityState State, string Label, string Text);
