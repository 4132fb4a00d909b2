using System.Text.RegularExpressions;
using Estaleiro.Cli.Running;
using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Reports.Bindings;
using Estaleiro.Specs.Catalog;
using Xunit;

namespace Estaleiro.Cli.Tests;

/// <summary>The kit's own steps, as the build output beside this test project has them.</summary>
public sealed class StepsTests : IDisposable
{
    private readonly CliHarness cli = new();
    private readonly Repository clone = Repository.Find(AppContext.BaseDirectory);

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task Every_step_has_a_docstring_a_folder_and_an_example()
    {
        var steps = await ReadAsync();

        Assert.True(steps.Count > 200, $"{steps.Count} steps: these are not all.");
        Assert.Empty(steps.Where(step => step.Summary.Length == 0).Select(step => step.Name));
        Assert.Empty(steps.Where(step => !Regex.IsMatch(step.Folder, @"^\d\d-")).Select(step => step.Name));

        // Offered to a user's own features only.
        Assert.Equal(["PodSteps.TheyRunOnTheseNodes"], steps.Where(step => step.Example is null).Select(step => step.Name));
    }

    [Fact]
    public async Task The_committed_page_is_the_one_that_the_command_writes()
    {
        var committed = await File.ReadAllTextAsync(Path.Combine(clone.Features, "STEPS.md"));
        var written = StepMarkdown.Of(await ReadAsync());

        Assert.True(
            committed.ReplaceLineEndings("\n") == written, "features/STEPS.md is not up to date. Write it: ./run.sh steps --markdown features/STEPS.md");
    }

    [Fact]
    public async Task A_step_shows_its_texts_in_each_language_its_arguments_and_an_example()
    {
        cli.UseClone(clone);

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("steps", "ETCD", "holds the key", "beside"));
        Assert.StartsWith(
            """
            01-etcd

              Given/Then etcd holds the key {string}
              Given/Then [pt] o etcd tem a chave {string}
            """.ReplaceLineEndings("\n"),
            cli.Output,
            StringComparison.Ordinal);
        Assert.Contains("    Arguments: path ({string})\n    Example from features/01-etcd/", cli.Output, StringComparison.Ordinal);
        Assert.Contains("      Then etcd holds the key \"/registry/", cli.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n1 step\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_shown_below_its_step()
    {
        var step = Assert.Single(await ReadAsync(), step => step.Name == "ClusterSteps.GivenAClusterWithTheseNodes");

        Assert.Equal("nodes (table)", step.ArgumentLine);
        Assert.Equal([null, "pt"], step.Texts.Select(text => text.Language is "pt" ? "pt" : null));
        Assert.All(step.Texts[0].Example!.Below, line => Assert.StartsWith("| ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_example_has_the_keyword_that_And_continues_the_values_of_an_outline_and_no_more_than_eight_lines()
    {
        Directory.CreateDirectory(cli.Repository.Features);
        await File.WriteAllTextAsync(
            Path.Combine(cli.Repository.Features, "One.feature"),
            """"
            Feature: One
              Scenario Outline: first
                Given a cluster with these nodes:
                  | node     | labels |
                  | <node>   | a\|b   |
                And etcd holds the key "<key>"

                Examples:
                  | node  | key |
                  | node1 | /a  |
                  | node2 | /b  |

              Scenario: second
                When this manifest is applied:
                  """yaml
                  a: 1
                  b: 2
                  c: 3
                  d: 4
                  e: 5
                  f: 6
                  g: 7
                  """
                Then etcd holds the key "/c"
            """");
        var features = await FeatureCatalog.LoadAsync(cli.Repository.Features, cli.Repository.Root);
        var steps = StepCatalog.Read(
            Path.Combine(clone.SpecBuild, "Estaleiro.Steps.dll"), clone.Steps, features.Features.Select(feature => feature.Document));

        Assert.Equal(["Given etcd holds the key \"/a\""], ExampleOf("EtcdSteps.EtcdHoldsTheKey")!.Lines);
        Assert.Equal(["| node  | labels |", "| node1 | a\\|b   |"], ExampleOf("ClusterSteps.GivenAClusterWithTheseNodes")!.Below);
        Assert.Equal(["\"\"\"yaml", "a: 1", "b: 2", "c: 3", "d: 4", "e: 5", "f: 6", "…"], ExampleOf("ManifestSteps.ApplyManifest")!.Below);
        Assert.Null(ExampleOf("ClusterSteps.GivenACluster"));

        StepExample? ExampleOf(string name) => steps.Single(step => step.Name == name).Example;
    }

    [Fact]
    public async Task The_page_is_self_contained_and_has_every_step()
    {
        cli.UseClone(clone);
        var page = Path.Combine(cli.Repository.Root, "steps.html");

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("steps", "--html", page));
        var html = await File.ReadAllTextAsync(page);
        Assert.Equal((await ReadAsync()).Count, Regex.Count(html, "<article "));
        Assert.DoesNotMatch("(src|href)=\"(?!data:|#)", html);
        Assert.Contains("id=\"search\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_no_step_has_and_a_file_that_cannot_be_written_are_one_line()
    {
        cli.UseClone(clone);

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("steps", "pod", "teapot"));
        Assert.Equal(ExitCode.Environment, await cli.InvokeAsync("steps", "--markdown", Path.Combine(cli.Repository.Root, "no", "steps.md")));
        Assert.Matches(
            @"^None of \d+ steps contains 'pod' and 'teapot'\. \./run\.sh steps lists them all\.\nCannot write .*steps\.md: .* Choose another file with --markdown\.\n$",
            cli.Error);
    }

    [Fact]
    public async Task A_build_output_that_is_no_assembly_is_one_line()
    {
        Directory.CreateDirectory(cli.Repository.Features);

        Assert.Equal(ExitCode.Environment, await cli.InvokeAsync("steps"));
        Assert.Matches(@"^Cannot read the steps: .* Build them again: dotnet build steps/Estaleiro\.Steps --no-incremental\n$", cli.Error);
    }

    [Fact]
    public async Task Sources_newer_than_the_build_output_are_built_first()
    {
        var source = Path.Combine(cli.Repository.Steps, "01-etcd", "EtcdSteps.cs");
        Directory.CreateDirectory(Path.GetDirectoryName(source)!);
        await File.WriteAllTextAsync(source, "");
        File.SetLastWriteTimeUtc(source, DateTime.UtcNow.AddMinutes(1));
        cli.Processes.Build = line =>
        {
            line($"{source}(1,2): error CS1002: ; expected");
            return 1;
        };

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("steps"));
        Assert.Equal("Building the steps …\nsteps/Estaleiro.Steps/01-etcd/EtcdSteps.cs:1:2: CS1002 ; expected\n", cli.Error);
    }

    private async Task<IReadOnlyList<BoundStep>> ReadAsync() => await new KnownSteps(clone, cli.Services).ReadAsync(CancellationToken.None);
}
