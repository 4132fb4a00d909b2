using Estaleiro.Reports.Html;

namespace Estaleiro.Reports.Mutants;

/// <summary>Writes results as one self-contained HTML file that opens from disk and needs no network.</summary>
public static class MutationReport
{
    /// <summary>Writes the page as UTF-8. The stream stays open.</summary>
    /// <exception cref="IOException">Writing failed.</exception>
    public static Task WriteAsync(MutationRun run, Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return HtmlPage.WriteAsync<MutationPage>(new() { [nameof(MutationPage.Run)] = run }, stream, cancellationToken);
    }
}
