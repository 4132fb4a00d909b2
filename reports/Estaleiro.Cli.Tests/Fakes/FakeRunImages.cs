using Estaleiro.Cli.Machine;
using Estaleiro.Clusters;
using Estaleiro.Machine.Images;

namespace Estaleiro.Cli.Tests.Fakes;

internal sealed class FakeRunImages : IRunImages
{
    internal List<string> Done { get; } = [];

    internal ClusterException? Error { get; set; }

    public Task<IReadOnlyList<ClusterImage>> ListAsync(ClusterOptions options, CancellationToken cancellationToken) =>
        Error is null ? Task.FromResult<IReadOnlyList<ClusterImage>>(
            [
                new(options.Image ?? "nodes:1", "the nodes", 300L * 1024 * 1024, RunsNodes: true),
                new($"toolbox:{options.Provider}", "pods", null, RunsNodes: false),
            ])
        : throw Error;

    public async Task<IReadOnlyList<ClusterImage>> SaveAsync(
        ClusterOptions options, string path, IProgress<string> progress, CancellationToken cancellationToken)
    {
        Done.Add($"saved {path}");
        progress.Report("100 of about 300 MiB");
        return await ListAsync(options, cancellationToken);
    }

    public Task<string?> LoadAsync(string path, string? asked, IProgress<string> progress, CancellationToken cancellationToken)
    {
        Done.Add($"loaded {path}");
        return Error is null ? Task.FromResult<string?>(asked ?? "bundled/node:1") : throw Error;
    }
}
