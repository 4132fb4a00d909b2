namespace Estaleiro.Cli.Running;

/// <summary>How often to go through the scenarios, and when to stop.</summary>
/// <param name="Count">How often.</param>
/// <param name="FailFast">Whether nothing more starts after the first failure.</param>
internal sealed record RoundRequest(int Count = 1, bool FailFast = false);
