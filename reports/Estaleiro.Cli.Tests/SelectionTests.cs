using System.Text.Json;
using Estaleiro.Cli.Features;
using Estaleiro.Cli.Tests.Fakes;
using Xunit;

namespace Estaleiro.Cli.Tests;

public sealed class SelectionTests : IDisposable
{
    private readonly CliHarness cli = new();

    public SelectionTests()
    {
        cli.Features.All.Clear();
        cli.Features.All.AddRange(
        [
            FakeFeatures.Feature("features/01-etcd/etcd.feature", "Etcd", "@etcd", ("key", 3, ["@quick"]), ("revision", 8, ["@slow"])),
            FakeFeatures.Feature("features/02-music/music.feature", "Music", "@music", ("played", 3, ["@quick"]), ("silent", 6, [])),
            FakeFeatures.Feature("features/pt/etcd.feature", "Etcd", "@pt", ("chave", 4, ["@quick"])),
        ]);
    }

    public void Dispose() => cli.Dispose();

    [Theory]
    [InlineData("key revision played silent", "(Category!=pt)")]
    [InlineData("key played", "(Category=quick)&(Category!=pt)", "--quick")]
    [InlineData("key", "(Category=quick&Category=etcd)&(Category!=pt)", "--quick", "--tags", "@etcd")]
    [InlineData("played", "(Category=quick)&(FeatureTitle=Music)&(Category!=pt)", "--quick", "--feature", "Music")]
    [InlineData("key revision", "(FeatureTitle=Etcd)&(Category!=pt)", "--feature", "Etcd")]
    [InlineData("chave", "((FeatureTitle=Etcd&Category=pt))", "--feature", "features/pt")]
    [InlineData("chave", "(Category=quick)&((FeatureTitle=Etcd&Category=pt))", "--feature", "features/pt", "-q")]
    [InlineData("chave", "(Category=pt)", "--tags", "@pt")]
    public async Task What_is_selected_is_what_the_test_process_is_asked_for(string scenarios, string filter, params string[] arguments)
    {
        await cli.InvokeAsync(["run", .. arguments]);

        Assert.Equal(scenarios.Split(' '), Selected());
        Assert.Equal(filter, Filter());
    }

    [Fact]
    public async Task A_quick_set_that_is_empty_is_one_line_and_2()
    {
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("--quick", "--tags", "@slow"));
        Assert.StartsWith("No scenario matches --tags \"@quick and (@slow)\".", cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@pt")]
    [InlineData("pt and @quick")]
    [InlineData("@etcd or (not @pt)")]
    public void An_expression_that_names_the_translations_decides_about_them(string expression) => Assert.True(Translations.AreNamedIn(expression));

    [Theory]
    [InlineData("@ptolemy")]
    [InlineData("@requires-pt")]
    public void One_that_only_resembles_them_does_not(string expression) => Assert.False(Translations.AreNamedIn(expression));

    [Theory]
    [InlineData("1/2", "(Category!=pt)&(FeatureTitle=Etcd)", "key revision")]
    [InlineData("2/2", "(Category!=pt)&(FeatureTitle=Music)", "played silent")]
    public async Task A_part_gets_whole_features(string shard, string filter, string scenarios)
    {
        await cli.InvokeAsync("--shard", shard);

        Assert.Equal(filter, Filter());
        Assert.Equal(scenarios.Split(' '), Selected());
        Assert.Contains($"part {shard}: 2 scenarios of 4\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_gets_nothing_is_no_mistake()
    {
        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("--shard", "3/3"));
        Assert.Equal("Nothing to run: with 2 features in 3 parts, part 3/3 is empty.\n", cli.Output);
        Assert.Empty(cli.Processes.Requests);
    }

    [Theory]
    [InlineData("0/2")]
    [InlineData("3/2")]
    [InlineData("1")]
    [InlineData("a/b")]
    [InlineData("1/-2")]
    [InlineData("1/2/3")]
    public async Task A_part_that_cannot_be_is_one_line_and_2(string shard)
    {
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("--shard", shard));
        Assert.StartsWith($"--shard takes a part and the number of parts, such as 1/3, not '{shard}'.", cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(500)]
    public async Task Parts_of_the_kits_features_share_nothing_and_are_the_whole(int parts)
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        var all = Selection.Create(await new SpecFeatures().LoadAsync(repository, CancellationToken.None), null, [], repository);

        var shards = Enumerable.Range(1, parts).Select(part => all.Narrow(new Shard(part, parts))).ToList();

        Assert.Equal(
            all.Scenarios.Select(Name).Order(StringComparer.Ordinal),
            shards.SelectMany(shard => shard?.Scenarios ?? []).Select(Name).Order(StringComparer.Ordinal));
        Assert.Equal(all.Features.Count, shards.Sum(shard => shard?.Features.Count ?? 0));
    }

    [Fact]
    public async Task No_part_of_the_kits_features_gets_all_clusters_of_their_own()
    {
        const int Parts = 4;
        var repository = Repository.Find(AppContext.BaseDirectory);
        var all = Selection.Create(await new SpecFeatures().LoadAsync(repository, CancellationToken.None), null, [], repository);
        int Clusters(Selection selection) => selection.Scenarios.Count(scenario => scenario.Tags.Contains(Shard.OwnCluster));

        var counts = Enumerable.Range(1, Parts).Select(part => Clusters(all.Narrow(new Shard(part, Parts))!)).ToList();

        Assert.Equal(Clusters(all), counts.Sum());
        Assert.All(counts, count => Assert.InRange(count, 1, Clusters(all) / 2));
    }

    [Fact]
    public async Task The_titles_by_which_the_test_process_tells_the_kits_features_apart_are_unique_in_a_language()
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        var features = await new SpecFeatures().LoadAsync(repository, CancellationToken.None);

        Assert.Equal(features.Count, features.DistinctBy(feature => (feature.Title.ToUpperInvariant(), Translations.IsTranslated(feature))).Count());
    }

    [Fact]
    public async Task The_quick_set_has_every_component_of_the_kit_and_no_cluster_of_its_own()
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        var source = new SpecFeatures();
        var quick = Selection.Create(await source.LoadAsync(repository, CancellationToken.None), ("@quick", source.ParseTags("@quick")), [], repository);

        Assert.Equal(
            Enumerable.Range(1, 11).Select(number => $"{number:00}"),
            quick.Features.Select(feature => feature.Path.Split('/')[1][..2]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(quick.Scenarios, scenario => scenario.Tags.Contains(Shard.OwnCluster));
    }

    private static string Name(KnownScenario scenario) => $"{scenario.Path}:{scenario.Line}";

    private IEnumerable<string> Selected() => File.ReadLines(Path.Combine(cli.Latest, "selection.ndjson"))
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("Name").GetString()!);

    private string Filter()
    {
        var arguments = cli.Processes.Request("test").Arguments.ToList();
        return arguments[arguments.IndexOf("--filter") + 1];
    }
}
