using Estaleiro.Reports.Html;

namespace Estaleiro.Reports.Comparing;

/// <summary>The comparison of two runs as one self-contained HTML file: it opens from disk and asks no network.</summary>
public static class ComparisonReport
{
    /// <summary>Writes the page as UTF-8. The stream stays open.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="first">What the first run is called.</param>
    /// <param name="second">What the second run is called.</param>
    /// <param name="stream">Where the page goes.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <exception cref="IOException">Writing failed.</exception>
    public static Task WriteAsync(RunComparison comparison, string first, string second, Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return HtmlPage.WriteAsync<ComparisonPage>(
            new()
            {
                [nameof(ComparisonPage.Comparison)] = comparison,
                [nameof(ComparisonPage.FirstName)] = first,
                [nameof(ComparisonPage.SecondName)] = second,
            },
            stream,
            cancellationToken);
    }
}
