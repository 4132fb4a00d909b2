using Estaleiro.Steps.Evidences;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
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
    public static void StartRun() => SpecRun.Start();

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
                    throw;
                }
            }
            else if (scenario.ScenarioExecutionStatus != ScenarioExecutionStatus.Skipped && cluster.IsAcquired)
            {
                await failure.GatherAsync();
                Assert.False(
                    scenario.TestError is OperationCanceledException && cluster.Limit.IsCancellationRequested,
                    $"The scenario took longer than its limit of {SpecRun.Current.Scale(ScenarioCluster.ScenarioLimit).TotalSeconds:0} s, or the run was ended.");
            }
        }
    }

    private async Task CompareOutcomeAsync()
    {
        if (!outcome.IsEmpty)
        {
            var yaml = outcome.ToYaml();
            await evidence.AttachAsync("outcome.yaml", yaml, CancellationToken.None);
            await Snapshot.VerifyAsync(feature, scenario, yaml, CancellationToken.None);
            return;
        }

        var path = Snapshot.PathOf(feature, scenario);
        Assert.False(File.Exists(path), $"The scenario recorded no outcome, but {Path.GetFileName(path)} holds one. Delete it if it is from before.");
    }
}
