using Estaleiro.Reports.GitHub;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Reports.Tests;

public sealed class GitHubAnnotationsTests
{
    [Fact]
    public void A_failure_is_an_error_on_the_line_of_its_step_escaped_as_the_runner_reads_it()
    {
        const string uri = "features/a,b/100%: x.feature";
        var script = MessageScript.Started().Feature(uri, "Who: what, where", ("fail", ["b"]));
        var id = MessageScript.Id(uri, "fail");
        var run = script.Start(id).Step(id, 0, FAILED, "50% :: done,\r\n\u001b[31mred\u001b[0m").End(id).Finished(success: false).Load();

        Assert.Equal(
            ["::error file=kit/features/a%2Cb/100%25%3A x.feature,line=4,title=Who%3A what%2C where › fail::When b%0A50%25 :: done,%0Ared"],
            GitHubAnnotations.Of(run, path => $"kit/{path}"));
    }

    [Fact]
    public void A_green_run_has_none()
    {
        var script = MessageScript.Started().Feature(MessageScript.Uri, "Scheduler", ("one", ["a"]));

        Assert.Empty(GitHubAnnotations.Of(script.Run(MessageScript.Id(MessageScript.Uri, "one"), PASSED).Finished().Load(), path => path));
    }

    [Fact]
    public void A_run_that_is_not_whole_has_one()
    {
        var line = Assert.Single(GitHubAnnotations.Of(MessageScript.Started().Load(), path => path));

        Assert.StartsWith("::error title=This run is incomplete::the run was interrupted", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_more_than_GitHub_shows_the_last_says_how_many()
    {
        var names = Enumerable.Range(1, 12).Select(number => $"{number}").ToList();
        var script = MessageScript.Started().Feature(MessageScript.Uri, "Scheduler", [.. names.Select(name => (name, (string[])["a"]))]);
        names.ForEach(name => script.Run(MessageScript.Id(MessageScript.Uri, name), FAILED));

        var lines = GitHubAnnotations.Of(script.Finished(success: false).Load(), path => path);

        Assert.Equal(GitHubAnnotations.Most, lines.Count);
        Assert.StartsWith("::error title=More failures::3 more failures are in", lines[^1], StringComparison.Ordinal);
    }
}
