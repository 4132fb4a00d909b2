using Estaleiro.Cli.Machine;
using Estaleiro.Machine.Releases;

namespace Estaleiro.Cli.Tests.Fakes;

/// <summary>Node images that a test names; builds none.</summary>
internal sealed class FakeNodeImages : INodeImages
{
    internal List<ReleaseImage> Here { get; } = [];

    /// <summary>What was built: release and paths.</summary>
    internal List<(string? Kubernetes, string? Binaries, string? CoreDns)> Built { get; } = [];

    internal void Add(string version, string debian = "debian13") =>
        Here.Add(new($"estaleiro/node:{version}-{debian}", version, 940_000_000, new(2026, 12, 1, 0, 0, Here.Count, TimeSpan.Zero)));

    public Task<IReadOnlyList<ReleaseImage>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ReleaseImage>>(Here);

    public Task<string> BuildAsync(
        string? kubernetes, string? binaries, string? coredns, IProgress<string> progress, CancellationToken cancellationToken)
    {
        Built.Add((kubernetes, binaries, coredns));
        progress.Report("[   0s] node image");
        return Task.FromResult($"estaleiro/node:{kubernetes ?? "v1.20.2"}-debian13");
    }
}
