namespace Estaleiro.Cli.Running;

/// <summary>A long wait of a scenario.</summary>
/// <param name="Awaited">What the scenario waits for.</param>
/// <param name="Since">When it was reported, relative to the start of the run.</param>
internal sealed record RunningWait(string Awaited, TimeSpan Since);
