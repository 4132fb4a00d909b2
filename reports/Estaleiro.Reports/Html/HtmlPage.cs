using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Estaleiro.Reports.Html;

/// <summary>Renders a Razor component as one self-contained HTML file that opens from disk and needs no network.</summary>
internal static class HtmlPage
{
    /// <summary>Writes the page as UTF-8. The stream stays open.</summary>
    /// <param name="parameters">The component's parameters, by name.</param>
    /// <param name="stream">The output stream.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="IOException">Writing failed.</exception>
    public static async Task WriteAsync<TComponent>(Dictionary<string, object?> parameters, Stream stream, CancellationToken cancellationToken)
        where TComponent : IComponent
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
            await writer.WriteAsync("<!doctype html>\n");
            root.WriteHtmlTo(writer);
        });
        await writer.FlushAsync(cancellationToken);
    }

    /// <summary>The text of a style sheet or script embedded in this assembly.</summary>
    /// <param name="name">Its folder and file name, such as <c>Html.report.css</c>.</param>
    public static string ReadResource(string name)
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream($"Estaleiro.Reports.{name}")
            ?? throw new InvalidOperationException($"The page's {name} is missing from its assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
