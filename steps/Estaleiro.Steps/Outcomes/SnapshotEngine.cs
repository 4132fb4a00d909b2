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
        var (verified, received) = (Path.Combine(directory, $"{name}.verified.{extension}"), Path.Combine(directory, $"{name}.received.{extension}"));
        var settings = new VerifySettings();

        // The text is compared as it was recorded: Verify would write {TempPath} for /tmp.
        settings.DisableScrubbers();
        if (Console.IsOutputRedirected)
        {
            settings.DisableDiff();
        }

        // Verify's own message shows both texts whole, and the difference last.
        SnapshotMismatchException? mismatch = null;
        settings.UseStringComparer((_, expected, _) =>
        {
            mismatch = SnapshotMismatchException.Between(verified, received, expected, text);
            return Task.FromResult(CompareResult.NotEqual());
        });
        settings.OnFirstVerify((_, _, _) =>
        {
            mismatch = SnapshotMismatchException.Between(verified, received, expected: null, text);
            return Task.CompletedTask;
        });

        try
        {
            // Not Verifier.Verify: that needs the running xunit test, which a hook does not always have.
            using var verifier = new InnerVerifier(directory, name, settings);
            File.Delete(received); // by an earlier run; this constructor leaves it
            await verifier.VerifyString(text, extension);
        }
        catch (Exception exception) when (exception is not IOException)
        {
            throw mismatch ?? new SnapshotMismatchException(exception.Message);
        }
    }
#else
    internal static Task VerifyAsync(string text, string extension, string directory, string name, CancellationToken cancellationToken) =>
        SnapshotVerifier.VerifyAsync(text, extension, directory, name, cancellationToken);
#endif
}
