using Estaleiro.AddOns.Processes;
using Estaleiro.Cli.Tests.Fakes;
using Estaleiro.Cli.Workshops;
using Estaleiro.Contract;
using Estaleiro.Contract.Workshop;
using Estaleiro.Reports.Tests;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Cli.Tests;

public sealed class WorkshopTests : IDisposable
{
    private static readonly string One = MessageScript.Id(MessageScript.Uri, "one");
    private static readonly string Two = MessageScript.Id(MessageScript.Uri, "two");

    private static readonly WorkshopCluster Cluster = new("/run/kubeconfig.yaml", "scheduler-1a2b", "/opt/kubectl");

    private static readonly WorkshopMessage Scenario = new()
    {
        Event = WorkshopEvent.Scenario,
        Feature = "Scheduler",
        Text = "one",
        Place = "features/x.feature:3  @scheduler",
        Question = "  Where does it run?\n\n  The scheduler decides.",
        WatchFor = "Three replicas.",
        Steps = ["Given a cluster", "When a"],
        CanRepeat = true,
    };

    private static readonly WorkshopMessage Step = new()
    {
        Event = WorkshopEvent.Step,
        Text = "When a",
        Number = 2,
        Argument = "kind: Pod\n  name: web",
        Command = "$ kubectl apply -f -",
        CanRepeat = true,
        Cluster = Cluster,
    };

    private readonly CliHarness cli = new();
    private readonly List<WorkshopAnswer> answers = [];

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task Each_step_is_shown_with_its_command_and_waits_for_a_key()
    {
        cli.UseKeyboard("  ");
        Plays(Script().Run(One, PASSED).Run(Two, PASSED).Finished(), Scenario, Step, new() { Event = WorkshopEvent.Finished, Seconds = 1.5, CanRepeat = true });

        Assert.Equal(ExitCode.Green, await cli.InvokeAsync("run", "--workshop", "Scheduler"));

        Assert.Equal([WorkshopAnswer.Go, WorkshopAnswer.Go], answers);
        Assert.Contains(
            """
            Scheduler: one
              features/x.feature:3  @scheduler

              Where does it run?

              The scheduler decides.

              watch for: Three replicas.

               1  Given a cluster
               2  When a

            Step 2 of 2 · When a
                kind: Pod
                  name: web
              by hand: $ kubectl apply -f -
              [any key] run it  [b] repeat last step  [s] shell  [n] next scenario  [q] end
              passed (1.5 s)
              [any key] end the scenario  [b] repeat this step  [q] end
            """,
            cli.Output,
            StringComparison.Ordinal);
        var request = cli.Processes.Request("test");
        Assert.Equal(["--", "xUnit.ParallelizeTestCollections=false"], request.Arguments.TakeLast(2));
        Assert.Contains("FeatureTitle=Scheduler", string.Join(' ', request.Arguments), StringComparison.Ordinal);
        Assert.False(Path.Exists(request.Environment[EnvironmentVariables.Workshop]));
    }

    [Fact]
    public async Task A_shell_comes_back_to_the_same_question()
    {
        var keyboard = cli.UseKeyboard("sSb");
        Plays(Script().Run(One, PASSED).Run(Two, PASSED).Finished(), Step);

        await cli.InvokeAsync("run", "--workshop", "--tags", "@scheduler");

        Assert.Equal([Cluster, Cluster], keyboard.Shells);
        Assert.Equal([WorkshopAnswer.Again], answers);
        Assert.Equal(3, cli.Output.Split("[any key] run it").Length - 1);
    }

    [Fact]
    public async Task Keys_that_mean_nothing_here_are_told_and_the_question_stays()
    {
        var keyboard = cli.UseKeyboard("sbn");
        Plays(Script().Run(One, PASSED).Run(Two, PASSED).Finished(), Step with { Number = 1, CanRepeat = false, Cluster = null });

        await cli.InvokeAsync("run", "--workshop", "--tags", "@scheduler");

        Assert.Empty(keyboard.Shells);
        Assert.Equal([WorkshopAnswer.Next], answers);
        Assert.Contains("There is no cluster yet", cli.Output, StringComparison.Ordinal);
        Assert.Contains("There is no step to repeat here.", cli.Output, StringComparison.Ordinal);
        Assert.Contains("  [any key] run it  [n] next scenario  [q] end\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_step_is_shown_and_what_the_session_did_not_reach_is_no_skip()
    {
        cli.UseKeyboard("q");
        Plays(
            Script().Start(One).Step(One, 0, FAILED, "expected 2 pods").End(One).Start(Two).Step(Two, 0, SKIPPED, WorkshopSkip.NotReached).End(Two).Finished(success: false),
            new WorkshopMessage { Event = WorkshopEvent.Failed, Problem = "expected 2 pods\nfound 1", CanRepeat = true, Cluster = Cluster });

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("run", "--workshop", "--tags", "@scheduler"));

        Assert.Equal([WorkshopAnswer.Quit], answers);
        Assert.Contains("    expected 2 pods\n    found 1\n  [any key] next scenario  [b] repeat this step  [s] shell  [q] end\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("0 passed, 1 failed, 0 skipped", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("incomplete", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(WorkshopSkip.NotReached, cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_process_that_dies_ends_the_session()
    {
        cli.UseKeyboard("");
        cli.Processes.Test = (_, line, _) =>
        {
            line("The active test run was aborted.");
            return Task.FromResult(1);
        };

        Assert.Equal(ExitCode.Failed, await cli.InvokeAsync("run", "--workshop", "--tags", "@scheduler"));
    }

    [Fact]
    public async Task Who_leads_and_goes_away_ends_the_session_for_the_test_process()
    {
        WorkshopClient client;
        using (var listener = new WorkshopListener())
        {
            client = WorkshopClient.Connect(listener.Path);
        }

        using (client)
        {
            Assert.Equal(WorkshopAnswer.Quit, await Task.Run(() => client.Say(Step)).WaitAsync(TimeSpan.FromSeconds(30)));
        }
    }

    [Fact]
    public async Task Without_a_terminal_it_is_one_line_and_2()
    {
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync("run", "--workshop"));
        Assert.StartsWith("--workshop needs an interactive terminal", Assert.Single(cli.Error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(cli.Processes.Requests);
    }

    [Theory]
    [InlineData("--dry-run")]
    [InlineData("--parallel", "2")]
    public async Task What_does_not_go_with_it_is_one_line_and_2(params string[] other)
    {
        Assert.Equal(ExitCode.Usage, await cli.InvokeAsync(["run", "--workshop", .. other]));
        Assert.Contains($"cannot be combined with {other[0]}: ", Assert.Single(cli.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_shells_kubeconfig_has_the_scenarios_namespace_and_all_that_was_there()
    {
        Skip.If(SearchPath.Find("kubectl") is null, "kubectl is not installed");
        var folder = Directory.CreateTempSubdirectory("estaleiro-cli-test-");
        try
        {
            var (from, to) = (Path.Combine(folder.FullName, "a"), Path.Combine(folder.FullName, "b"));
            await File.WriteAllTextAsync(from, Kubeconfig.For("https://127.0.0.1:6443").Replace("token: secret", "tokenFile: /secret", StringComparison.Ordinal));

            await TerminalShell.WriteKubeconfigAsync(Cluster with { Kubeconfig = from, Kubectl = SearchPath.Find("kubectl") }, to, CancellationToken.None);

            var text = await File.ReadAllTextAsync(to);
            Assert.Contains("namespace: scheduler-1a2b", text, StringComparison.Ordinal);
            Assert.Contains("tokenFile: /secret", text, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static MessageScript Script() =>
        MessageScript.Started().Feature(MessageScript.Uri, "Scheduler (who & where?)", ("one", ["a"]), ("two", ["a"]));

    /// <summary>Plays the test process: says this and notes the answers, then leaves these messages.</summary>
    private void Plays(MessageScript script, params WorkshopMessage[] says) => cli.Processes.Test = async (request, _, _) =>
    {
        using (var client = WorkshopClient.Connect(request.Environment[EnvironmentVariables.Workshop]!))
        {
            foreach (var message in says)
            {
                var answer = await Task.Run(() => client.Say(message));
                if (message.WantsAnswer)
                {
                    answers.Add(answer);
                }
            }
        }

        await File.WriteAllBytesAsync(request.Environment[EnvironmentVariables.Messages]!, script.ToBytes(), CancellationToken.None);
        return 0;
    };
}
