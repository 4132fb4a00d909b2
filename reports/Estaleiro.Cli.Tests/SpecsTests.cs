using Estaleiro.Cli.Features;
using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Contract;
using Xunit;

namespace Estaleiro.Cli.Tests;

/// <summary>A user's own features, outside of the clone.</summary>
public sealed class SpecsTests : IDisposable
{
    private readonly CliHarness cli = new();
    private readonly DirectoryInfo team = Directory.CreateTempSubdirectory("estaleiro-team-");

    public void Dispose()
    {
        cli.Dispose();
        team.Delete(recursive: true);
    }

    [Fact]
    public async Task They_are_built_and_run_instead_of_the_kits_own()
    {
        var specs = Write("specs/Shop.feature", "Shop");
        var own = cli.Repository.With([specs]);
        Directory.CreateDirectory(own.SpecBuild);
        await File.WriteAllTextAsync(Path.Combine(own.SpecBuild, "Estaleiro.Steps.dll"), "built with them");

        await cli.InvokeAsync("run", "--specs", specs);

        var build = cli.Processes.Request("build").Environment;
        Assert.Equal(specs, build[EnvironmentVariables.Specs]);
        Assert.Equal(team.FullName, build[EnvironmentVariables.SpecsRoot]);
        Assert.NotEqual(cli.Repository.SpecBuild, own.SpecBuild);
        Assert.Equal([specs], await File.ReadAllLinesAsync(Path.Combine(cli.Repository.Root, RunFiles.Specs)));
    }

    [Fact]
    public async Task The_kits_own_are_built_without_them()
    {
        await cli.InvokeAsync("run");

        Assert.DoesNotContain(EnvironmentVariables.Specs, cli.Processes.Request("build").Environment.Keys);
    }

    [Fact]
    public async Task Their_paths_begin_at_the_folder_around_them()
    {
        var one = cli.Repository.With([Write("a/specs/Shop.feature", "Shop")]);
        var two = cli.Repository.With([Write("a/specs/Shop.feature", "Shop"), Write("a/b/more/Till.feature", "Till")]);

        Assert.Equal(["specs/Shop.feature"], (await new SpecFeatures().LoadAsync(one, CancellationToken.None)).Select(feature => feature.Path));
        Assert.Equal(
            ["b/more/Till.feature", "specs/Shop.feature"], (await new SpecFeatures().LoadAsync(two, CancellationToken.None)).Select(feature => feature.Path));
        Assert.Equal("specs/Shop.A.verified.yaml", one.FeaturePath(Path.Combine(team.FullName, "a", "specs", "Shop.A.verified.yaml")));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_used_is_one_line_and_2()
    {
        var outer = Path.GetDirectoryName(Write("specs/inner/Shop.feature", "Shop"))!;
        var empty = team.CreateSubdirectory("empty").FullName;

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("run", "--specs", Path.Combine(team.FullName, "nowhere")));
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("list", "--specs", empty));
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("run", "--specs", outer, "--specs", Path.Combine(outer, "inner")));
        Assert.Equal(
            [
                $"--specs {Path.Combine(team.FullName, "nowhere")}: there is no such folder.",
                $"--specs {empty}: there is no .feature file in this folder.",
                $"--specs {Path.Combine(outer, "inner")}: this folder lies in {outer}, which is given, too.",
            ],
            cli.Error.TrimEnd().Split('\n'));
        Assert.Empty(cli.Processes.Requests);
    }

    /// <summary>Writes a feature file, and returns its folder.</summary>
    private string Write(string path, string title)
    {
        var file = Path.Combine(team.FullName, path.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"Feature: {title}\n\n  Scenario: A\n    Given a cluster\n");
        return Path.GetDirectoryName(file)!;
    }
}
