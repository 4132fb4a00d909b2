namespace Estaleiro.Contract;

/// <summary>A scenario waits longer than a few seconds, or no longer does.</summary>
/// <param name="Feature">The feature's title.</param>
/// <param name="Scenario">The scenario's title.</param>
/// <param name="Awaited">What is awaited, in one line: "pod web to be Ready".</param>
/// <param name="After">How long the wait took; null while it lasts.</param>
public sealed record WaitNotice(string Feature, string Scenario, string Awaited, TimeSpan? After) : Notice;
