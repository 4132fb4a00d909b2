using Estaleiro.Cli.Processes;
using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Contract;
using Estaleiro.Mutants.Reading;
using Estaleiro.Reports.Mutants;
using Estaleiro.Reports.Tests;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Cli.Tests;

public sealed class MutantsTests : IDisposable
{
    private const string Uri = MessageScript.Uri;

    private static readonly string One = MessageScript.Id(Uri, "one");
    private static readonly string Two = MessageScript.Id(Uri, "two");

    private readonly CliHarness cli = new();

    public MutantsTests()
    {
        foreach (var feature in cli.Features.All)
        {
            var path = Path.Combine(cli.Repository.Root, feature.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, $"Feature: {feature.Title}\n");
        }

        Directory.CreateDirectory(cli.Repository.Mutants);
    }

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task A_failure_kills_the_mutant_and_the_healthy_controls_pass()
    {
        Write("off", "scheduler-plugin: {off: NodePorts}");
        Plays(mutant => mutant is null ? Green() : Red(), Applied);

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("mutants"));
        Assert.Contains("\n[1/1] off: killed in 0 s by two: it broke\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("\nhealthy control at the end: 2 passed, 0 failed in ", cli.Output, StringComparison.Ordinal);
        Assert.Contains("\nkilled: 1 of 1 (100 %)\n", cli.Output, StringComparison.Ordinal);
        Assert.Equal([null, Path.Combine(cli.Repository.Mutants, "off.yaml"), null], Mutants());

        // The result is kept.
        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("mutants"));
        Assert.Contains("\n1 mutant, 0 to run; ", cli.Output, StringComparison.Ordinal);
        Assert.Equal(3, Mutants().Count);
        Assert.True(File.Exists(Path.Combine(cli.Repository.MutantsOut, "report.html")));
    }

    [Fact]
    public async Task A_mutant_that_nobody_notices_survived()
    {
        Write("off", "scheduler-plugin: {off: NodePorts}");
        Plays(_ => Green(), Applied);

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("mutants"));
        Assert.Contains("\n[1/1] off: survived in ", cli.Output, StringComparison.Ordinal);
        Assert.Contains("\nkilled: 0 of 1 (0 %)\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_also_fails_on_a_healthy_cluster_kills_nothing()
    {
        Write("off", "scheduler-plugin: {off: NodePorts}");
        Plays(_ => Red(), Applied);

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("mutants"));
        Assert.Contains($"fails on a healthy cluster, so it kills no mutant: {Uri} › two: it broke\n", cli.Error, StringComparison.Ordinal);
        Assert.Contains("[1/1] off: invalid in 0 s by two also fails on a healthy cluster\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_never_matched_is_invalid_even_where_a_scenario_failed()
    {
        Write("rule", "api: {path: /nowhere, do: {status: 500}}");
        Plays(mutant => mutant is null ? Green() : Red(), Applied);

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("mutants"));
        Assert.Contains("[1/1] rule: invalid in 0 s by its rule never matched a request\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_that_does_not_start_kills_nothing()
    {
        Write("off", "controller: everything");
        Plays(mutant => mutant is null ? Green() : Red(), new MutantNote(MutantNoteKind.Broken, "kube-controller-manager ends again and again"));

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("mutants"));
        Assert.Contains("[1/1] off: invalid in 0 s by kube-controller-manager ends again and again\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_invalid_with_one_line_and_the_other_mutants_run()
    {
        Write("off", "controller: job");
        Write("wrong", "magic: wand");
        Plays(mutant => mutant is null ? Green() : Red(), Applied);

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("mutants"));
        Assert.StartsWith("invalid: wrong.yaml:3: unknown way 'magic'. Known are ", cli.Error, StringComparison.Ordinal);
        Assert.Contains("[1/1] off: killed in 0 s", cli.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--mutant", "nobody", "Unknown mutant 'nobody': there is no fixtures/mutants/nobody.yaml.\n")]
    [InlineData("--component", "heart", "Unknown component 'heart'. Known are etcd, scheduler.\n")]
    [InlineData("--shard", "3/2", "--shard takes a part and the number of parts, such as 1/3, not '3/2'.\n")]
    [InlineData("--limit", "soon", "--limit takes a whole number of at least 10, not 'soon'.\n")]
    public async Task Bad_input_is_one_line_and_2(string option, string value, string message)
    {
        Write("off", "controller: job");

        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("mutants", option, value));
        Assert.StartsWith(message.TrimEnd(), cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kits_own_page_is_that_of_its_mutants_and_its_baseline()
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        var features = await new Features.SpecFeatures().LoadAsync(repository, CancellationToken.None);
        var reader = new MutantReader(repository.Features);
        var pages = new Cli.Mutants.MutantPages(
            repository, [.. MutantReader.Files(repository.Mutants).Select(reader.Read)], new Dictionary<string, string>(), features);

        var page = pages.PageOf(MutationBaseline.Read(Path.Combine(repository.Mutants, MutationBaseline.FileName)));

        Assert.Equal(page, await File.ReadAllTextAsync(Path.Combine(repository.Features, RedPage.FileName)));
    }

    private static MutantNote Applied { get; } = new(MutantNoteKind.Applied, "a cluster");

    private static MessageScript Script() =>
        MessageScript.Started().Feature(Uri, "Scheduler (who & where?)", ("one", ["a"]), ("two", ["b"]));

    private static MessageScript Green() => Script().Run(One, PASSED).Run(Two, PASSED).Finished();

    private static MessageScript Red() => Script().Run(One, PASSED).Run(Two, FAILED).Finished(success: false);

    private void Write(string name, string way) => File.WriteAllText(
        Path.Combine(cli.Repository.Mutants, name + ".yaml"), $"story: A fault.\ncomponent: scheduler\nway: {{{way}}}\n");

    private IReadOnlyList<string?> Mutants() =>
        [.. cli.Processes.Requests.Where(request => request.Arguments[0] == "test").Select(MutantOf)];

    private static string? MutantOf(ProcessRequest request) => request.Environment.GetValueOrDefault(EnvironmentVariables.Mutant);

    private void Plays(Func<string?, MessageScript> script, MutantNote note) => cli.Processes.Test = async (request, _, _) =>
    {
        var mutant = MutantOf(request);
        await File.WriteAllBytesAsync(request.Environment[EnvironmentVariables.Messages]!, script(mutant).ToBytes(), CancellationToken.None);
        if (mutant is not null)
        {
            var file = Path.Combine(request.Environment[EnvironmentVariables.Out]!, RunFiles.Mutant);
            await File.WriteAllTextAsync(file, note.ToJson() + "\n", CancellationToken.None);
        }

        return 0;
    };
}
