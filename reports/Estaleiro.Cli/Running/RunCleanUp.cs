using Estaleiro.Cli.Terminal;

namespace Estaleiro.Cli.Running;

/// <summary>Removes what a run started and did not remove itself.</summary>
internal static class RunCleanUp
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Removes it. It is not cancelled with the command: what an interrupted run left goes, too.</summary>
    /// <returns>What was removed; nothing where it could not be, which the user is told.</returns>
    internal static async Task<IReadOnlyList<string>> RemoveAsync(CliServices services, string runId)
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            return await services.RunEnvironment.RemoveLeftoversAsync(runId, limit.Token);
        }
        catch (Exception exception) when (exception is CliException or OperationCanceledException)
        {
            services.Error.Line(
                $"Could not remove everything that run {runId} started ({exception.Message.Split('\n')[0]}). The next run removes the rest.", Tone.Warning);
            return [];
        }
    }
}
