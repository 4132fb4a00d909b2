using Estaleiro.Contract;
using Estaleiro.Specs.Xunit.Pacing;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workshop;
using Reqnroll.BoDi;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>What happens around every scenario: its outcome is compared, a failure is explained, what it used is given back.</summary>
[Binding]
public sealed class ScenarioHooks(
    ScenarioContext scenario,
    FeatureContext feature,
    ScenarioCluster cluster,
    ClusterScopedObjects clusterScoped,
    Outcome outcome,
    EvidenceLog evidence,
    FailureEvidence failure)
{
    [BeforeTestRun]
    public static void StartRun(IObjectContainer container)
    {
        SpecRun.Start();
        if (SpecRun.Current.Mutant is null)
        {
            ReceivedOutcomes.Clear();
        }

        if (WorkshopSession.Current is { } workshop)
        {
            container.RegisterInstanceAs<IStepPaceFactory>(new WorkshopPace.Factory(workshop));
        }
    }

    [AfterTestRun]
    public static async Task EndRun() => await SpecRun.EndAsync();

    [AfterScenario(Order = 9000)]
    public async Task DeleteWhatHasNoNamespace()
    {
        if (cluster.IsAcquired && scenario.ScenarioExecutionStatus is not ScenarioExecutionStatus.OK)
        {
            await clusterScoped.ReleaseAsync();
        }

        await clusterScoped.DeleteAsync();
    }

    [AfterScenario]
    public async Task EndScenario()
    {
        await using (cluster)
        {
            if (cluster.IsAcquired)
            {
                await evidence.ClusterAsync(cluster.Cluster, CancellationToken.None);
            }

            if (scenario.ScenarioExecutionStatus == ScenarioExecutionStatus.OK)
            {
                try
                {
                    await CompareOutcomeAsync();
                }
                catch (Exception)
                {
                    await failure.GatherAsync();
                    await KeepAsync();
                    throw;
                }
            }
            else if (scenario.ScenarioExecutionStatus != ScenarioExecutionStatus.Skipped && cluster.IsAcquired)
            {
                await failure.GatherAsync();
                await KeepAsync();
                await NamePoliciesAsync();
                Assert.False(
                    scenario.TestError is OperationCanceledException && cluster.Limit.IsCancellationRequested,
                    $"The scenario took longer than its limit of {SpecRun.Current.Scale(ScenarioCluster.ScenarioLimit).TotalSeconds:0} s, or the run was ended.");
            }
        }
    }

    /// <summary>That something cannot be kept never hides why the scenario failed.</summary>
    private async Task KeepAsync()
    {
        if (!SpecRun.Current.Options.Keep || !cluster.IsAcquired)
        {
            return;
        }

        try
        {
            using var limit = new CancellationTokenSource(SpecRun.Current.Scale(TimeSpan.FromSeconds(20)));
            if (await cluster.KeepAsync(limit.Token) is not { } kept)
            {
                evidence.Note("Not kept: this run has kept as many clusters as it may.");
                return;
            }

            kept.AppendTo(SpecRun.Current.Folder);
            evidence.Note($"Kept: namespace {kept.Namespace}{(kept.Cluster is null ? "" : $" on the cluster {kept.Cluster}, KUBECONFIG={kept.Kubeconfig}")}");
        }
        catch (Exception exception)
        {
            evidence.Note($"Not kept: {exception.Message}");
        }
    }

    /// <summary>That it cannot be asked never hides why the scenario failed.</summary>
    private async Task NamePoliciesAsync()
    {
        if (cluster.Cluster.IsThrowaway)
        {
            return;
        }

        string? policies = null;
        try
        {
            using var limit = new CancellationTokenSource(SpecRun.Current.Scale(TimeSpan.FromSeconds(20)));
            policies = await ForeignPolicies.FindAsync(cluster, limit.Token);
        }
        catch (Exception exception)
        {
            evidence.Note($"Whether the cluster put policies into the namespace is not known: {exception.Message}");
        }

        Assert.True(policies is null, policies);
    }

    private async Task CompareOutcomeAsync()
    {
        if (!outcome.IsEmpty)
        {
            var yaml = outcome.ToYaml();
            await evidence.AttachAsync(EvidenceNames.Outcome, yaml, CancellationToken.None);
            if (WorkshopSession.Current is { WasRepeated: true })
            {
                evidence.Note("Not compared with the snapshot: steps were run again by hand.");
                return;
            }

            await Snapshot.VerifyAsync(feature, scenario, yaml, CancellationToken.None);
            return;
        }

        var path = Snapshot.PathOf(feature, scenario);
        Assert.False(File.Exists(path), $"The scenario recorded no outcome, but {Path.GetFileName(path)} holds one. Delete it if it is from before.");
    }
}
