namespace Estaleiro.Cli.Features;

/// <summary>Which scenarios to run, besides tags and titles.</summary>
/// <param name="Quick">Whether to run only the quick set.</param>
/// <param name="RerunFailed">The folder of the run whose failures to run again, or null.</param>
/// <param name="Shard">The part to run, or null for everything.</param>
internal sealed record SelectionRequest(bool Quick = false, string? RerunFailed = null, Shard? Shard = null);
