namespace Estaleiro.Cli.Features;

/// <summary>What of the features to run, beside tags and titles.</summary>
/// <param name="Quick">Whether only the quick set is meant.</param>
/// <param name="RerunFailed">The folder of the run whose failures are meant, or null.</param>
/// <param name="Shard">The part that is meant, or null for all.</param>
internal sealed record SelectionRequest(bool Quick = false, string? RerunFailed = null, Shard? Shard = null);
