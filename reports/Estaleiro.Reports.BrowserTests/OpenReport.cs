using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Estaleiro.Reports.BrowserTests;

/// <summary>A report open in a browser tab, with what the tab complained of and asked for.</summary>
internal sealed class OpenReport : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private OpenReport(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) => Complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    internal IPage Page { get; }

    /// <summary>Everything written to the console, and errors of the script.</summary>
    internal List<string> Complaints { get; } = [];

    /// <summary>Addresses the page asked for, its own first.</summary>
    internal List<string> Requests { get; } = [];

    /// <summary>The titles of the scenarios that are shown.</summary>
    internal async Task<IReadOnlyList<string>> ShownAsync() =>
        await Page.Locator("details.scenario:visible > summary .name").AllInnerTextsAsync();

    internal static async Task<OpenReport> OpenAsync(
        IBrowser browser, string path, ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 900)
    {
        var context = await browser.NewContextAsync(new()
        {
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = height },
        });
        var report = new OpenReport(context, await context.NewPageAsync());
        await report.Page.GotoAsync(new Uri(path).AbsoluteUri);
        return report;
    }

    /// <summary>What axe finds that keeps people from using the page, one line each.</summary>
    internal async Task<IReadOnlyList<string>> FindingsAsync()
    {
        AxeResult result = await Page.RunAxe();
        return
        [
            .. result.Violations.Where(violation => violation.Impact is "serious" or "critical")
                .Select(violation => $"{violation.Impact} {violation.Id}: {violation.Help} ({violation.Nodes.Length} places, first {violation.Nodes[0].Html})"),
        ];
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
