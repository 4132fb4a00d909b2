using Estaleiro.Clusters;
using Estaleiro.Clusters.Waiting;
using Estaleiro.Contract;
using Estaleiro.Steps.Runs;

namespace Estaleiro.Steps.Scenarios;

/// <summary>Tells the command line what a scenario waits for, should it wait long.</summary>
internal sealed class ScenarioWaits(FeatureContext feature, ScenarioContext scenario) : IWaitListener
{
    /// <inheritdoc/>
    public void Lasts(string awaited) => Tell(awaited, after: null);

    /// <inheritdoc/>
    public void Ended(string awaited, TimeSpan after) => Tell(awaited, after);

    private void Tell(string awaited, TimeSpan? after) => SpecRun.Current.Progress.Report(new WaitNotice(
        feature.FeatureInfo.Title, scenario.ScenarioInfo.Title, SecretMask.Apply(awaited).ReplaceLineEndings(" "), after));
}
