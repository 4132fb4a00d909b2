namespace Estaleiro.Cli.Running;

/// <summary>A wait of a scenario that lasts.</summary>
/// <param name="Awaited">What is awaited.</param>
/// <param name="Since">When it was told, from the start of the run.</param>
internal sealed record RunningWait(string Awaited, TimeSpan Since);
