using Estaleiro.Cli.Commands;
using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Reports.Html;
using Xunit;

namespace Estaleiro.Cli.Tests;

public sealed class StepsTests : IDisposable
{
    private readonly CliHarness cli = new();

    public StepsTests() => Directory.CreateDirectory(cli.Repository.Features);

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task Steps_that_cannot_be_read_are_one_line_and_3()
    {
        Assert.Equal(ExitCode.Environment, await cli.InvokeAsync("steps"));
        Assert.StartsWith("Cannot read the built steps: ", cli.Error, StringComparison.Ordinal);
        Assert.Single(cli.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task The_page_shows_each_step_with_texts_docstring_and_examples_and_harms_nobody()
    {
        using var stream = new MemoryStream();
        await StepsHtml.WriteAsync(
            [new("What pods do.", "Waits <b>long</b>.", [new("Given/When", "the pod {string} runs")], [new("en", "Given the pod \"a\" runs", "features/A.feature:3")])],
            stream,
            CancellationToken.None);

        var page = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains("<h1>1 step that features can use</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"meta\">Given/When</span> <strong>the pod {string} runs</strong>", page, StringComparison.Ordinal);
        Assert.Contains("<p>Waits &lt;b&gt;long&lt;/b&gt;.</p>", page, StringComparison.Ordinal);
        Assert.Contains("Given the pod &quot;a&quot; runs</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"where\">features/A.feature:3</p>", page, StringComparison.Ordinal);
        Assert.Contains("getElementById('search')", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_README_shows_how_to_find_steps_for_specs_of_ones_own()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "README.md"));
        var section = readme[readme.IndexOf("## Your own specs", StringComparison.Ordinal)..];

        Assert.Contains("$ ./run.sh steps ", section, StringComparison.Ordinal);
        Assert.Contains(CommandTree.Build(cli.Services).Subcommands, known => known.Name == "steps");
    }
}
