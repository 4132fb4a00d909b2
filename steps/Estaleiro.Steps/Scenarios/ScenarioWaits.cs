using Estaleiro.Clusters;
using Estaleiro.Clusters.Waiting;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Workshop;

namespace Estaleiro.Steps.Scenarios;

/// <summary>Tells whoever watches the run what a scenario waits for, should it wait long.</summary>
internal sealed class ScenarioWaits(FeatureContext feature, ScenarioContext scenario) : IWaitListener
{
    /// <inheritdoc/>
    public void Lasts(string awaited) => Tell(awaited, after: null);

    /// <inheritdoc/>
    public void Ended(string awaited, TimeSpan after) => Tell(awaited, after);

    private void Tell(string awaited, TimeSpan? after)
    {
        awaited = SecretMask.Apply(awaited);
        if (WorkshopSession.Current is not { } workshop)
        {
            SpecRun.Current.Progress.Report($"{new WaitNotice(feature.FeatureInfo.Title, scenario.ScenarioInfo.Title, awaited, after)}");
        }
        else if (after is null)
        {
            // Which scenario, and when the wait is over, whoever leads sees.
            workshop.Report($"waits for {awaited.ReplaceLineEndings(" ")}");
        }
    }
}
