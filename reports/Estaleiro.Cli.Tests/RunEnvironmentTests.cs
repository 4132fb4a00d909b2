using Estaleiro.AddOns.Processes;
using Estaleiro.Cli.Machine;
using Estaleiro.Cli.Running;
using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Clusters;
using Estaleiro.Clusters.Sweeping;
using Xunit;

namespace Estaleiro.Cli.Tests;

public sealed class RunEnvironmentTests : IDisposable
{
    private const string Config =
        """
        apiVersion: v1
        kind: Config
        current-context: production
        contexts:
        - name: production
          context: {cluster: a, user: a}
        - name: staging
          context: {cluster: b, user: b}
        """;

    private readonly CliHarness cli = new();
    private readonly string file;

    public RunEnvironmentTests()
    {
        file = Path.Combine(cli.Repository.Root, "config");
        File.WriteAllText(file, Config);
    }

    public void Dispose() => cli.Dispose();

    [SkippableFact]
    public async Task A_named_context_is_joined_without_docker()
    {
        RequireKubectl();
        cli.Machine.HasDocker = false;
        var environment = Create();

        var properties = await environment.PrepareAsync(Options("staging"), CancellationToken.None);

        Assert.Contains(new KeyValuePair<string, string>("context", "staging"), properties);
        Assert.Empty(await environment.RemoveLeftoversAsync("ab12", CancellationToken.None));
        Assert.Empty(cli.Machine.Done);
    }

    [SkippableTheory]
    [InlineData(null, "add --context (ESTALEIRO_CONTEXT). In ")]
    [InlineData("", "add --context (ESTALEIRO_CONTEXT). In ")]
    [InlineData("stagin", "There is no context 'stagin' in ")]
    [InlineData("Staging", "There is no context 'Staging' in ")]
    public async Task A_context_that_is_not_there_is_refused_with_those_that_are(string? context, string message)
    {
        RequireKubectl();
        var exception = await Assert.ThrowsAsync<CliException>(() => Create().PrepareAsync(Options(context), CancellationToken.None));

        Assert.Equal(ExitCode.Usage, exception.ExitCode);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("it has production, staging.", exception.Message, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("nowhere", "There is no kubeconfig at ")]
    [InlineData("odd", "The kubeconfig cannot be used: error: ")]
    public async Task A_kubeconfig_that_is_none_is_one_line(string name, string message)
    {
        RequireKubectl();
        await File.WriteAllTextAsync(Path.Combine(cli.Repository.Root, "odd"), "a: [b\n\tc");
        var options = Options("staging") with { Kubeconfig = Path.Combine(cli.Repository.Root, name) };

        var exception = await Assert.ThrowsAsync<CliException>(() => Create().PrepareAsync(options, CancellationToken.None));

        Assert.Equal(ExitCode.Usage, exception.ExitCode);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public async Task What_a_run_left_in_docker_is_removed()
    {
        var environment = Create();
        await environment.PrepareAsync(new RunOptions(), CancellationToken.None);

        Assert.Equal(
            "2 containers and networks that the run left behind", Assert.Single(await environment.RemoveLeftoversAsync("ab12", CancellationToken.None)));
        Assert.Equal(["remove ab12"], cli.Machine.Done);
    }

    [SkippableFact]
    public async Task What_every_run_needs_is_asked_for_before_anything_else()
    {
        RequireKubectl();
        cli.ContextSweeps.Refusal = "The user of context staging may not create namespaces.";
        cli.ContextSweeps.There.Add(FakeContextSweeps.Namespace("killed", LeftoverState.Abandoned));
        var options = Options("staging") with { Registry = "mirror.example", Allowed = ["node-labels"], NamespacedOnly = true };

        var refusal = await Assert.ThrowsAsync<ClusterException>(() => Create().PrepareAsync(options, CancellationToken.None));

        Assert.Equal(cli.ContextSweeps.Refusal, refusal.Message);
        var asked = Assert.Single(cli.ContextSweeps.Asked);
        Assert.Equal(("mirror.example/library/busybox:1.37.0", true), (asked.ToolboxImage, asked.NamespacedOnly));
        Assert.Equal(["node-labels"], asked.Allowed);
        Assert.Single(cli.ContextSweeps.There);
    }

    [SkippableFact]
    public async Task What_killed_runs_left_on_the_cluster_goes_and_what_may_be_in_use_elsewhere_is_named()
    {
        RequireKubectl();
        cli.ContextSweeps.There.AddRange(
            [FakeContextSweeps.Namespace("killed", LeftoverState.Abandoned), FakeContextSweeps.Namespace("another-boot", LeftoverState.Unknown)]);

        await Create().PrepareAsync(Options("staging"), CancellationToken.None);

        Assert.Equal(
            """
            removed Namespace killed (run ab12), which a killed run left
            Left by runs on another machine, or before this one was started: Namespace another-boot (run ab12).
            If they have ended, remove it: ./run.sh clean --context staging

            """.ReplaceLineEndings("\n"),
            cli.Output);
    }

    [SkippableFact]
    public async Task What_the_run_left_on_the_cluster_goes_and_what_does_not_go_is_told()
    {
        RequireKubectl();
        var environment = Create();
        await environment.PrepareAsync(Options("staging"), CancellationToken.None);
        cli.ContextSweeps.There.AddRange(
            [FakeContextSweeps.Namespace("left", LeftoverState.InUse), FakeContextSweeps.Namespace("ending", LeftoverState.InUse, isGoing: true)]);
        cli.ContextSweeps.Held.Add("Namespace left is still being deleted: x");

        Assert.Equal(["Namespace left (run ab12), which the run left behind"], await environment.RemoveLeftoversAsync("ab12", CancellationToken.None));
        Assert.StartsWith("Namespace left is still being deleted: x\nRemove what holds it", cli.Output, StringComparison.Ordinal);
    }

    private static void RequireKubectl() => Skip.If(SearchPath.Find("kubectl") is null, "kubectl is not installed");

    private RunEnvironment Create() => new(cli.Machine, cli.ContextSweeps, cli.Services.Output, cli.Prompt);

    private RunOptions Options(string? context) => new() { Cluster = "kubeconfig", Kubeconfig = file, Context = context };
}
