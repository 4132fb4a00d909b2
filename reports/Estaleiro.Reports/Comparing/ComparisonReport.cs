using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

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
    public static async Task WriteAsync(RunComparison comparison, string first, string second, Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        cancellationToken.ThrowIfCancellationRequested();
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(ComparisonPage.Comparison)] = comparison,
            [nameof(ComparisonPage.FirstName)] = first,
            [nameof(ComparisonPage.SecondName)] = second,
        });
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<ComparisonPage>(parameters);
            await writer.WriteAsync("<!doctype html>\n");
            root.WriteHtmlTo(writer);
        });
        await writer.FlushAsync(cancellationToken);
    }

    internal static string Style()
    {
        using var stream = typeof(ComparisonReport).Assembly.GetManifestResourceStream("Estaleiro.Reports.Comparing.comparison.css")
            ?? throw new InvalidOperationException("The comparison's style sheet is missing from its assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
