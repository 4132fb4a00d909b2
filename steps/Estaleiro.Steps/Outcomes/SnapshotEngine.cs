#if !VERIFY
using Estaleiro.Specs.Snapshots;
#endif

namespace Estaleiro.Steps.Outcomes;

/// <summary>
/// The one place that knows what compares snapshots: Verify where its package can be restored, else the kit's own verifier. Both read and write the
/// same files.
/// </summary>
internal static class SnapshotEngine
{
#if VERIFY
    internal static async Task VerifyAsync(string text, string extension, string directory, string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await VerifyXunit.Verifier.Verify(text, extension).UseDirectory(directory).UseFileName(name);
    }
#else
    internal static Task VerifyAsync(string text, string extension, string directory, string name, CancellationToken cancellationToken) =>
        SnapshotVerifier.VerifyAsync(text, extension, directory, name, cancellationToken);
#endif
}
