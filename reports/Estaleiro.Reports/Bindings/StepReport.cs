using Estaleiro.Reports.Html;

namespace Estaleiro.Reports.Bindings;

/// <summary>The steps as one self-contained HTML file with a search box; it opens from disk and needs no network.</summary>
public static class StepReport
{
    /// <summary>Writes the page as UTF-8. The stream stays open.</summary>
    /// <param name="steps">The steps, in the page's order.</param>
    /// <param name="stream">The output stream.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="IOException">Writing failed.</exception>
    public static Task WriteAsync(IReadOnlyList<BoundStep> steps, Stream stream, CancellationToken cancellationToken) =>
        HtmlPage.WriteAsync<StepPage>(new() { [nameof(StepPage.Steps)] = steps }, stream, cancellationToken);
}
