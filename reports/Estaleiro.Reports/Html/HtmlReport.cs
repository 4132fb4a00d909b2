using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Html;

/// <summary>Writes a run as one self-contained HTML file, made only from its messages. It opens from disk and needs no network.</summary>
public static class HtmlReport
{
    /// <summary>Writes the report as UTF-8. The stream stays open.</summary>
    /// <exception cref="IOException">Writing failed.</exception>
    public static Task WriteAsync(TestRun run, Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return HtmlPage.WriteAsync<Report>(new() { [nameof(Report.View)] = new ReportView(run) }, stream, cancellationToken);
    }
}
