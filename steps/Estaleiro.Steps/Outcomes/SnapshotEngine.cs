using Estaleiro.Specs.Snapshots;
#if VERIFY
using VerifyTests;
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
        var (verifiedFile, receivedFile) = ($"{name}.verified.{extension}", $"{name}.received.{extension}");
        var settings = new VerifySettings();

        // The text is compared as it was recorded: Verify would write {TempPath} for /tmp.
        settings.DisableScrubbers();

        // Only asked when the texts differ. Without it the failure shows both texts whole.
        settings.UseStringComparer((received, verified, _) =>
            Task.FromResult(CompareResult.NotEqual(UnifiedDiff.Of(verified, received, verifiedFile, receivedFile))));
        if (Console.IsOutputRedirected)
        {
            settings.DisableDiff();
        }

        try
        {
            // Not Verifier.Verify: that needs the running xunit test, which a hook does not always have.
            using var verifier = new InnerVerifier(directory, name, settings);
            File.Delete(Path.Combine(directory, receivedFile)); // by an earlier run; this constructor leaves it
            await verifier.VerifyString(text, extension);
        }
        catch (Exception exception) when (exception is not IOException)
        {
            throw new SnapshotMismatchException($"The outcome is not what {verifiedFile} says. If it is right, accept it: ./run.sh accept\n{exception.Message}");
        }
    }
#else
    internal static Task VerifyAsync(string text, string extension, string directory, string name, CancellationToken cancellationToken) =>
        SnapshotVerifier.VerifyAsync(text, extension, directory, name, cancellationToken);
#endif
}
