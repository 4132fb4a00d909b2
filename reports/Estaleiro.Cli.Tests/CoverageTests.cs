using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Reports.Coverage;
using Estaleiro.Specs.Catalog;
using Xunit;

namespace Estaleiro.Cli.Tests;

public sealed class CoverageTests : IDisposable
{
    private const string Upstream = """
        - testname: one
          codename: '[sig-network] Services should serve a basic endpoint from pods [Conformance]'
        - testname: two
          codename: '[sig-network] DNS should provide DNS for services [LinuxOnly] [Conformance]'
        - testname: three
          codename: '[sig-node] Pods should be updated [NodeConformance] [Conformance]'
        """;

    private const string Feature = """
        @services
        Feature: Services
          # a remark
          Background:
            Given a cluster

          # upstream: [sig-network] Services should serve a basic endpoint from pods [Conformance]
          # upstream: [sig-network] DNS should provide DNS for services [Conformance] [LinuxOnly]
          @slow
          @requires-dns
          Scenario: A service has an address and a name
            Given a service

          Scenario Outline: Something of the kit's own
            Given a <thing>

            Examples:
              | thing |
              | rule  |
              | route |

          Rule: Names
            # upstream: [sig-network] DNS should provide DNS for services
            Scenario: A service has a name
              Given a service
        """;

    private readonly CliHarness cli = new();
    private readonly string upstream;

    public CoverageTests()
    {
        upstream = Path.Combine(cli.Repository.Root, "conformance.yaml");
        File.WriteAllText(upstream, Upstream);
        Write("08-services/Services.feature", Feature);
    }

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task It_tells_what_is_covered_what_goes_beyond_and_what_is_left_out()
    {
        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("report", "coverage", "--upstream", upstream));
        Assert.Equal(
            """
            Covered:
              [sig-network] DNS should provide DNS for services [LinuxOnly] [Conformance]
                features/08-services/Services.feature:11  A service has an address and a name
                features/08-services/Services.feature:24  A service has a name
              [sig-network] Services should serve a basic endpoint from pods [Conformance]
                features/08-services/Services.feature:11  A service has an address and a name

            Not covered:
              [sig-node] Pods should be updated [NodeConformance] [Conformance]

            upstream     covered  not covered
            sig-network        2            0
            sig-node           0            1
            all                2            1

            component  scenarios beyond upstream
            services                           1
            all                                1

            2 of upstream's 3 conformance tests are covered; 1 scenarios go beyond them.

            """,
            cli.Output);
        Assert.Empty(cli.Error);
    }

    [Fact]
    public async Task The_same_as_Markdown()
    {
        var page = Path.Combine(cli.Repository.Root, "coverage.md");

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("report", "coverage", "--upstream", upstream, "--markdown", page));
        var text = await File.ReadAllTextAsync(page);
        Assert.StartsWith("# 2 of upstream's 3 conformance tests are covered; 1 scenarios go beyond them\n", text, StringComparison.Ordinal);
        Assert.Contains("\n| upstream | covered | not covered |\n|---|--:|--:|\n| sig-network | 2 | 0 |\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\n| \\[sig-network\\] Services should serve a basic endpoint from pods \\[Conformance\\] | "
            + "A service has an address and a name `features/08-services/Services.feature:11` |\n",
            text,
            StringComparison.Ordinal);
        Assert.Contains("<details><summary>sig-node: 1</summary>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_codename_that_upstream_does_not_have_is_one_line_and_2()
    {
        Write("09-more/More.feature", "Feature: More\n\n  # upstream: [sig-network] Services should sing\n  Scenario: one\n    Given a\n");

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("report", "coverage", "--upstream", upstream));
        Assert.Equal("features/09-more/More.feature:3: upstream has no test '[sig-network] Services should sing'.\n", cli.Error);
        Assert.Contains("2 of upstream's 3", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_that_belongs_to_no_scenario_is_one_line_and_2()
    {
        Write(
            "09-more/More.feature",
            "# upstream: [sig-node] Pods should be updated\nFeature: More\n\n  # upstream:\n  Scenario: one\n    Given a\n    # upstream: [sig-node] Pods should be updated\n\n  Scenario: two\n    Given a\n");

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("report", "coverage", "--upstream", upstream));
        Assert.Equal(
            [1, 4, 7],
            cli.Error.TrimEnd().Split('\n').Select(line => int.Parse(line.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("must be directly above a scenario's tags", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Translations_are_left_aside()
    {
        Write("pt/Servicos.feature", "# language: pt\nFuncionalidade: Serviços\n\n  Cenário: um\n    Dado a\n");

        await cli.InvokeAsync("report", "coverage", "--upstream", upstream);
        Assert.Contains("; 1 scenarios go beyond them.", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_is_one_line_and_2()
    {
        await File.WriteAllTextAsync(Path.Combine(cli.Repository.Root, "notes.txt"), "notes");

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("report", "coverage"));
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("report", "coverage", "--upstream", "nowhere.yaml"));
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("report", "coverage", "--upstream", Path.Combine(cli.Repository.Root, "notes.txt")));
        var lines = cli.Error.TrimEnd().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Contains("--upstream", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("File nowhere.yaml does not exist.", lines[1], StringComparison.Ordinal);
        Assert.Contains("is not upstream's conformance.yaml: ", lines[2], StringComparison.Ordinal);
        Assert.Empty(cli.Output);
    }

    [Fact]
    public async Task The_kits_own_features_say_it_in_the_right_places()
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        var catalog = await FeatureCatalog.LoadAsync(repository.Features, repository.Root);
        var coverage = ConformanceCoverage.Of([new UpstreamTest("[sig-network] DNS should provide DNS for services [Conformance]")], catalog.Features.Select(feature => feature.Document));

        Assert.Equal(4, Assert.Single(coverage.Covered).Scenarios.Count);
        Assert.All(coverage.Problems, problem => Assert.Contains("upstream has no test '[sig-", problem, StringComparison.Ordinal));
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(cli.Repository.Features, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
