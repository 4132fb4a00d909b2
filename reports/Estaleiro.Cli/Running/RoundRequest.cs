namespace Estaleiro.Cli.Running;

/// <summary>How often to run the scenarios, and when to stop.</summary>
/// <param name="Count">The number of rounds.</param>
/// <param name="FailFast">Whether to start nothing more after the first failure.</param>
internal sealed record RoundRequest(int Count = 1, bool FailFast = false);
