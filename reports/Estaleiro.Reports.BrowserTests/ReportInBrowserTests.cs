using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;
using Xunit.Abstractions;

namespace Estaleiro.Reports.BrowserTests;

/// <summary>The HTML report as people meet it: opened from disk in a browser. Pictures are kept in the folder screenshots beside the tests.</summary>
public sealed class ReportInBrowserTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("estaleiro-report-");

    public void Dispose() => folder.Delete(recursive: true);

    [SkippableFact]
    public async Task It_opens_from_disk_and_tells_verdict_causes_and_map_without_asking_for_anything()
    {
        await using var report = await OpenAsync(SampleRun.Red());

        Assert.Equal("2 of 8 scenarios failed", await report.Page.Locator("h1").InnerTextAsync());
        var causes = await report.Page.Locator("article.failure").AllInnerTextsAsync();
        Assert.Equal(2, causes.Count);
        Assert.Contains("+web-2: node1", causes[0], StringComparison.Ordinal);
        Assert.Contains("owned by Deployment web", causes[1], StringComparison.Ordinal);
        await report.Page.GetByRole(AriaRole.Link, new() { Name = "Scheduler: 0 passed, 2 failed, 0 skipped" }).ClickAsync();
        Assert.EndsWith("#component-scheduler", report.Page.Url, StringComparison.Ordinal);
        Assert.True(await report.Page.Locator("#component-scheduler").IsVisibleAsync());
        Assert.Single(report.Requests, request => !request.StartsWith("data:", StringComparison.Ordinal));
        Assert.Empty(report.Complaints);
    }

    [SkippableFact]
    public async Task It_filters_by_words_status_and_tag()
    {
        await using var report = await OpenAsync(SampleRun.Red());
        var page = report.Page;
        Assert.Equal(8, (await report.ShownAsync()).Count);

        await page.Locator("#search").FillAsync("MARIO plays");
        Assert.Equal(["Mario plays"], await report.ShownAsync());
        Assert.Equal("1 of 8 scenarios", await page.Locator("#shown").InnerTextAsync());
        await page.Locator("#search").FillAsync("");

        await page.Locator("input[value=passed]").UncheckAsync();
        await page.Locator("input[value=skipped]").UncheckAsync();
        Assert.Equal(["Replicas run on different nodes", "A pod that asks for too much waits"], await report.ShownAsync());
        Assert.False(await page.Locator("#component-music").IsVisibleAsync());

        await page.Locator("input[value=passed]").CheckAsync();
        await page.Locator("#tag").SelectOptionAsync("@music");
        Assert.Equal(["Mario plays"], await report.ShownAsync());

        // A link to what is filtered away shows it.
        await page.Locator("article.failure h3 a").First.ClickAsync();
        Assert.Equal(8, (await report.ShownAsync()).Count);
        Assert.Empty(report.Complaints);
    }

    [SkippableFact]
    public async Task It_unfolds_and_folds()
    {
        await using var report = await OpenAsync(SampleRun.Red());
        var open = report.Page.Locator("details.scenario[open]");
        Assert.Equal(2, await open.CountAsync());

        await report.Page.Locator("#expand").ClickAsync();
        Assert.Equal(8, await open.CountAsync());
        Assert.True(await report.Page.GetByText("$ kubectl apply -f web.yaml").First.IsVisibleAsync());

        await report.Page.Locator("#expand").ClickAsync();
        Assert.Equal(0, await open.CountAsync());
    }

    [SkippableFact]
    public async Task It_is_used_by_keyboard_alone()
    {
        await using var report = await OpenAsync(SampleRun.Red());
        var keyboard = report.Page.Keyboard;

        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        Assert.Equal("features", await FocusAsync(report.Page));
        await keyboard.PressAsync("Tab");
        Assert.Equal("search", await FocusAsync(report.Page));
        await keyboard.TypeAsync("mario");
        Assert.Equal(["Mario plays"], await report.ShownAsync());

        for (var presses = 0; await report.Page.EvaluateAsync<bool>("document.activeElement.parentElement.matches('details.scenario')") is false; presses++)
        {
            Assert.InRange(presses, 0, 20);
            await keyboard.PressAsync("Tab");
        }

        await keyboard.PressAsync("Enter");
        Assert.Equal(1, await report.Page.Locator("details.scenario[open]:visible").CountAsync());
    }

    [SkippableFact]
    public async Task A_sound_plays_in_place()
    {
        await using var report = await OpenAsync(SampleRun.Red());

        var seconds = await report.Page.Locator("audio").EvaluateAsync<double>("""
            sound => new Promise((resolve, reject) => {
              sound.onloadedmetadata = () => resolve(sound.duration);
              sound.onerror = () => reject(sound.error.message);
              sound.preload = 'metadata';
              sound.load();
              setTimeout(() => reject('no sound within 20 s'), 20000);
            })
            """);

        Assert.Equal(0.1, seconds, 0.01);
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Axe_finds_nothing_serious_and_nothing_is_wider_than_the_screen(ColorScheme scheme, int width)
    {
        await using var report = await OpenAsync(SampleRun.Red(), scheme, width);
        await report.Page.Locator("#expand").ClickAsync();
        await report.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => { details.open = true; })");

        await KeepPictureAsync(report, $"red-{scheme}-{width}");
        Assert.Empty(await report.FindingsAsync());
        Assert.Equal(width, await report.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Outages_are_a_heat_map_or_cards_without_findings_of_axe(ColorScheme scheme, int width)
    {
        await using var report = await OpenAsync(SampleRun.Outages(), scheme, width);
        var page = report.Page;
        var narrow = width < 960;
        Assert.Equal(!narrow, await page.Locator(".heat").IsVisibleAsync());
        if (narrow)
        {
            await page.Locator(".outage > summary").First.ClickAsync();
            await page.Locator(".outage-cell > summary:visible").Nth(3).ClickAsync();
        }
        else
        {
            await page.Locator(".heat td > a").Nth(3).ClickAsync();
            Assert.True(await page.Locator(".heat").EvaluateAsync<bool>("heat => heat.scrollWidth <= heat.clientWidth"));
        }

        var text = await page.Locator(".outages").InnerTextAsync();
        Assert.Contains("3 of 240 failed, first after 0.1 s, last after 9.8 s", text, StringComparison.Ordinal);
        await page.Locator(".outages").ScrollIntoViewIfNeededAsync();
        await KeepPictureAsync(report, $"outages-{scheme}-{width}", ".outages");
        Assert.Empty(await report.FindingsAsync());
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(report.Complaints);
    }

    [SkippableFact]
    public async Task A_cell_of_the_heat_map_is_found_by_keyboard_and_leads_to_its_scenario()
    {
        await using var report = await OpenAsync(SampleRun.Outages());
        var (page, keyboard) = (report.Page, report.Page.Keyboard);

        await page.Locator(".heat td > a").First.FocusAsync();
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("ArrowRight");
        await keyboard.PressAsync("Enter");
        Assert.StartsWith(
            "API server, frozen: a service answers over a new connection works.",
            await page.Locator(".panel:not(:empty)").InnerTextAsync(),
            StringComparison.Ordinal);

        // Past the command, which can be scrolled, to the link.
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        Assert.Equal("Without API server, frozen", await page.Locator("details.scenario[open] > summary .name").InnerTextAsync());

        await page.Locator(".heat a[aria-expanded=true]").ClickAsync();
        Assert.Equal(0, await page.Locator(".panel:not(:empty)").CountAsync());
    }

    [SkippableFact]
    public async Task On_paper_there_are_causes_and_no_controls()
    {
        await using var report = await OpenAsync(SampleRun.Red());
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await report.Page.Locator(".filters").IsVisibleAsync());
        Assert.True(await report.Page.Locator("article.failure").First.IsVisibleAsync());
        Assert.NotEmpty(await report.Page.PdfAsync());
        Assert.Empty(report.Complaints);
    }

    [SkippableFact]
    public async Task Two_hundred_and_fifty_scenarios_stay_under_ten_megabytes()
    {
        var browser = chromium.Browser;
        var path = await SampleRun.Green(250).WriteAsync(folder);
        Assert.InRange(new FileInfo(path).Length, 1, 10 * 1024 * 1024);

        // The browser's first page pays for the start of its processes.
        await (await OpenReport.OpenAsync(browser, path)).DisposeAsync();
        var watch = Stopwatch.StartNew();
        await using var report = await OpenReport.OpenAsync(browser, path);
        var elapsed = watch.Elapsed;

        output.WriteLine($"{new FileInfo(path).Length / 1024.0 / 1024.0:0.0} MB opened in {elapsed.TotalMilliseconds:0} ms");
        Assert.Equal(250, (await report.ShownAsync()).Count);
        await KeepPictureAsync(report, "green", whole: false);
    }

    private static Task<string> FocusAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.id");

    private async Task<OpenReport> OpenAsync(SampleRun run, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        var browser = chromium.Browser;
        return await OpenReport.OpenAsync(browser, await run.WriteAsync(folder), scheme, width);
    }

    private async Task KeepPictureAsync(OpenReport report, string name, string element)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{name}.png");
        await report.Page.Locator(element).ScreenshotAsync(new() { Path = path });
        output.WriteLine(path);
    }

    private async Task KeepPictureAsync(OpenReport report, string name, bool whole = true)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{name}.png");
        await report.Page.ScreenshotAsync(new() { Path = path, FullPage = whole });
        output.WriteLine(path);
    }
}
