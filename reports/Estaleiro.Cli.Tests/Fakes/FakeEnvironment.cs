using Estaleiro.Cli.Machine;
using Estaleiro.Cli.Running;

namespace Estaleiro.Cli.Tests.Fakes;

internal sealed class FakeEnvironment : IRunEnvironment
{
    internal CliException? Error { get; set; }

    internal List<string> CleanedRuns { get; } = [];

    public Task<IReadOnlyList<KeyValuePair<string, string>>> PrepareAsync(RunOptions options, CancellationToken cancellationToken) =>
        Error is null ? Task.FromResult<IReadOnlyList<KeyValuePair<string, string>>>([new("cluster", "k3s")]) : throw Error;

    public Task<IReadOnlyList<string>> RemoveLeftoversAsync(string runId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CleanedRuns.Add(runId);
        return Task.FromResult<IReadOnlyList<string>>([]);
    }
}
