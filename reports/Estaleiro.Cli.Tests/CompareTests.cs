using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Reports.Tests;
using Io.Cucumber.Messages.Types;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Cli.Tests;

public sealed class CompareTests : IDisposable
{
    private const string Uri = MessageScript.Uri;

    private static readonly string One = MessageScript.Id(Uri, "one");

    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task Equal_runs_end_with_0()
    {
        var (first, second) = (await WriteAsync("a", PASSED), await WriteAsync("b", PASSED));

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("compare", first, second));
        Assert.Contains("The runs are equal: 1 scenarios have the same results", cli.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(second, "comparison.html")));
        Assert.False(File.Exists(Path.Combine(first, "comparison.html")));
    }

    [Fact]
    public async Task Runs_that_differ_end_with_1_and_say_how()
    {
        var page = Path.Combine(cli.Repository.Root, "page.html");
        var (first, second) = (await WriteAsync("a", PASSED), await WriteAsync("b", FAILED));

        var log = Path.Combine(cli.Repository.Root, "log.md");
        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("compare", first, Path.Combine(second, "messages.ndjson"), "--html", page, "--markdown", log));
        Assert.Contains("- one: failed\n", await File.ReadAllTextAsync(log), StringComparison.Ordinal);
        Assert.Contains($"Scheduler › one\n  {Uri}:3\n  first run: passed\n  second run: failed\n    it broke\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 1 scenarios differ.\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("it broke", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_or_has_no_messages_is_one_line_and_2()
    {
        var run = await WriteAsync("a", PASSED);
        var empty = Directory.CreateDirectory(Path.Combine(cli.Repository.Root, "empty")).FullName;

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("compare", run, "nowhere"));
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("compare", run, empty));
        var lines = cli.Error.TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("File nowhere", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"File {Path.Combine(empty, "messages.ndjson")} does not exist.", lines[1], StringComparison.Ordinal);
        Assert.Empty(cli.Output);
    }

    [Fact]
    public async Task A_file_that_is_no_run_is_one_line_and_2()
    {
        var file = Path.Combine(cli.Repository.Root, "notes.txt");
        await File.WriteAllTextAsync(file, "notes\n");

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("compare", file, file));
        Assert.StartsWith($"{file} contains no scenarios (", Assert.Single(cli.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_written_is_one_line_and_3()
    {
        var run = await WriteAsync("a", PASSED);

        Assert.Equal(ExitCode.Environment, await cli.InvokeAsync("compare", run, run, "--html", Path.Combine(run, "nowhere", "page.html")));
        Assert.Contains("Choose another file with --html.", Assert.Single(cli.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private async Task<string> WriteAsync(string name, TestStepResultStatus status)
    {
        var folder = Directory.CreateDirectory(Path.Combine(cli.Repository.Root, name)).FullName;
        var script = MessageScript.Started().Feature(Uri, "Scheduler", ("one", ["a"]));
        await File.WriteAllBytesAsync(Path.Combine(folder, "messages.ndjson"), script.Run(One, status).Finished().ToBytes());
        return folder;
    }
}
