using System.Xml.Linq;
using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Contract;
using Estaleiro.Reports.Tests;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Cli.Tests;

public sealed class JUnitTests : IDisposable
{
    private const string Uri = MessageScript.Uri;

    private readonly CliHarness cli = new();

    public void Dispose() => cli.Dispose();

    [Theory]
    [InlineData("scenario", "one", "two")]
    [InlineData("step", "1. When a", "1. When b")]
    public async Task A_run_writes_scenarios_or_steps(string granularity, params string[] cases)
    {
        cli.Processes.Test = async (request, _, _) =>
        {
            await File.WriteAllBytesAsync(request.Environment[EnvironmentVariables.Messages]!, Script(), CancellationToken.None);
            return 0;
        };

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("--tags", "@scheduler", "--junit", granularity));
        Assert.Equal(cases, Cases(Path.Combine(cli.Latest, "junit.xml")));
    }

    [Fact]
    public async Task Report_writes_over_the_runs_own_file_only_where_it_is_asked_to()
    {
        var junit = Path.Combine(cli.Repository.Root, "junit.xml");
        var other = Path.Combine(cli.Repository.Root, "other.xml");
        await File.WriteAllBytesAsync(Path.Combine(cli.Repository.Root, "messages.ndjson"), Script());
        await File.WriteAllTextAsync(junit, "the run's own");

        await cli.InvokeAsync("report", cli.Repository.Root);
        await cli.InvokeAsync("report", cli.Repository.Root, "--junit", "step", "--junit-file", other);
        Assert.Equal("the run's own", await File.ReadAllTextAsync(junit));
        Assert.Equal(["1. When a", "1. When b"], Cases(other));

        await cli.InvokeAsync("report", cli.Repository.Root, "--junit", "scenario");
        Assert.Equal(["one", "two"], Cases(junit));
    }

    [Fact]
    public async Task Another_granularity_is_one_line_and_2()
    {
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("run", "--junit", "results.xml"));
        Assert.StartsWith("--junit takes scenario or step, not 'results.xml'.", Assert.Single(cli.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static byte[] Script() => MessageScript.Started()
        .Feature(Uri, "Scheduler (who & where?)", ("one", ["a"]), ("two", ["b"]))
        .Run(MessageScript.Id(Uri, "one"), PASSED).Run(MessageScript.Id(Uri, "two"), PASSED).Finished().ToBytes();

    private static IEnumerable<string?> Cases(string path) =>
        XDocument.Load(path).Descendants("testcase").Select(test => (string?)test.Attribute("name"));
}
