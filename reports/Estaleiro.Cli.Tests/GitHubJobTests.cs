using Estaleiro.Cli.Terminal;
using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Contract;
using Estaleiro.Reports.Markdown;
using Estaleiro.Reports.Tests;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Cli.Tests;

public sealed class GitHubJobTests : IDisposable
{
    private const string Uri = MessageScript.Uri;

    private static readonly string One = MessageScript.Id(Uri, "one");
    private static readonly string Two = MessageScript.Id(Uri, "two");

    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task A_run_writes_its_summary_appends_it_to_the_jobs_and_annotates_the_feature()
    {
        var job = Path.Combine(cli.Repository.Root, "job.md");
        await File.WriteAllTextAsync(job, "before\n");
        cli.Variables["GITHUB_STEP_SUMMARY"] = job;
        cli.Variables["GITHUB_ACTIONS"] = "true";
        cli.Variables["GITHUB_WORKSPACE"] = Path.GetDirectoryName(cli.Repository.Root)!;
        Plays();

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--tags", "@scheduler"));
        var summary = await File.ReadAllTextAsync(Path.Combine(cli.Latest, "summary.md"));
        Assert.StartsWith("# ❌ 1 of 2 scenarios failed\n", summary, StringComparison.Ordinal);
        Assert.Equal($"before\n{summary}\n", await File.ReadAllTextAsync(job));
        Assert.Contains(
            $"\n::error file={Path.GetFileName(cli.Repository.Root)}/{Uri},line=7,title=Scheduler (who & where?) › two::When b%0Afound 1%25\n",
            cli.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_GitHub_there_is_the_file_alone()
    {
        Plays();

        await cli.InvokeAsync("--tags", "@scheduler");

        Assert.True(File.Exists(Path.Combine(cli.Latest, "summary.md")));
        Assert.DoesNotContain("::error", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_makes_the_summary_again()
    {
        await File.WriteAllBytesAsync(Path.Combine(cli.Repository.Root, "messages.ndjson"), Script().ToBytes(), CancellationToken.None);
        cli.Variables["GITHUB_ACTIONS"] = "true";

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("report", cli.Repository.Root));
        Assert.Contains("**Scheduler (who &amp; where?) › two**", await File.ReadAllTextAsync(Path.Combine(cli.Repository.Root, "summary.md")), StringComparison.Ordinal);
        Assert.Contains($"\n::error file={Uri},line=7,", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_jobs_summary_that_is_full_or_not_there_is_one_line_and_costs_nothing()
    {
        var job = Path.Combine(cli.Repository.Root, "job.md");
        await File.WriteAllTextAsync(job, new string('x', MarkdownSummary.MostBytes));
        cli.Variables["GITHUB_STEP_SUMMARY"] = job;
        Plays();

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--tags", "@scheduler"));
        Assert.StartsWith("The job's summary is full", Assert.Single(cli.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(MarkdownSummary.MostBytes, new FileInfo(job).Length);

        cli.Variables["GITHUB_STEP_SUMMARY"] = Path.Combine(cli.Repository.Root, "nowhere", "job.md");
        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("--tags", "@scheduler"));
        Assert.Contains("Cannot write", cli.Error.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Text_from_a_cluster_is_no_command_and_drives_no_terminal()
    {
        using var text = new StringWriter();
        var output = new CliOutput(text, inGitHubJob: true);

        output.Line("  a\u001b[2J\n  ::error title=lab::from the cluster\n##[error]old form");
        output.WorkflowCommand("::error::the kit's own");

        Assert.Equal("  a␛[2J\n  : :error title=lab::from the cluster\n# #[error]old form\n::error::the kit's own\n", text.ToString());
    }

    [Fact]
    public void A_terminal_gets_no_control_characters_of_a_cluster()
    {
        var console = cli.UseTerminal();

        cli.Services.Output.Line("a\u001b]0;owned\ab", Tone.Bad);

        Assert.Contains("a␛]0;owned␇b", console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b]", console.Output, StringComparison.Ordinal);
    }

    private static MessageScript Script() => MessageScript.Started()
        .Feature(Uri, "Scheduler (who & where?)", ("one", ["a"]), ("two", ["b"]))
        .Run(One, PASSED).Start(Two).Step(Two, 0, FAILED, "found 1%").End(Two).Finished(success: false);

    private void Plays() => cli.Processes.Test = async (request, _, _) =>
    {
        await File.WriteAllBytesAsync(request.Environment[EnvironmentVariables.Messages]!, Script().ToBytes(), CancellationToken.None);
        return 1;
    };
}
