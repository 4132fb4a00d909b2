using System.Text;
using Estaleiro.Reports.Model;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Estaleiro.Reports.Html;

/// <summary>A run as one self-contained HTML file: it opens from disk, asks no network, and is made from the messages alone.</summary>
public static class HtmlReport
{
    /// <summary>Writes the report as UTF-8. The stream stays open.</summary>
    /// <exception cref="IOException">Writing failed.</exception>
    public static async Task WriteAsync(TestRun run, Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Report.View)] = new ReportView(run) });
        cancellationToken.ThrowIfCancellationRequested();
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<Report>(parameters);
            await writer.WriteAsync("<!doctype html>\n");
            root.WriteHtmlTo(writer);
        });
        await writer.FlushAsync(cancellationToken);
    }
}
