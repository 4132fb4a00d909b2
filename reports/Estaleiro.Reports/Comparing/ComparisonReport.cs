using Estaleiro.Reports.Html;

namespace Estaleiro.Reports.Comparing;

/// <summary>Writes the comparison of two runs as one self-contained HTML file that opens from disk and needs no network.</summary>
public static class ComparisonReport
{
    /// <summary>Writes the page as UTF-8. The stream stays open.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="first">The first run's name.</param>
    /// <param name="second">The second run's name.</param>
    /// <param name="stream">The output stream.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
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
