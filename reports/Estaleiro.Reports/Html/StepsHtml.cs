namespace Estaleiro.Reports.Html;

/// <summary>Writes the steps that features can use as one self-contained HTML file with a search field.</summary>
public static class StepsHtml
{
    /// <summary>Writes the page as UTF-8. The stream stays open.</summary>
    /// <exception cref="IOException">Writing failed.</exception>
    public static Task WriteAsync(IReadOnlyList<StepView> steps, Stream stream, CancellationToken cancellationToken) =>
        HtmlPage.WriteAsync<StepsPage>(new() { [nameof(StepsPage.Steps)] = steps }, stream, cancellationToken);
}
