#if REQNROLL
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Scenarios;
using Xunit;

namespace Estaleiro.Steps.Workshop;

/// <summary>A workshop's pace with Reqnroll: its hooks can hold a step up, but not run it again, and a step's command shows as it runs.</summary>
[Binding]
public sealed class WorkshopHooks(ScenarioContext scenario, FeatureContext feature, ScenarioCluster cluster, EvidenceLog evidence)
{
    private readonly WorkshopScenario? shown = WorkshopSession.Current is { } session
        ? new(session, scenario, feature, new(cluster), new(evidence))
        : null;

    private readonly System.Diagnostics.Stopwatch clock = new();
    private int number;

    [BeforeScenario]
    public static void LeaveOutWhatTheSessionDidNotReach() => Skip.If(WorkshopSession.Current is { IsEnded: true }, WorkshopSession.NotReached);

    [BeforeStep]
    public async Task ShowStep()
    {
        if (shown is { IsOver: false })
        {
            var step = scenario.StepContext.StepInfo;
            shown.Introduce([], null, []);
            await shown.AnnounceAsync(
                $"{step.StepDefinitionType} {step.Text}", ++number, step.MultilineText ?? step.Table?.ToString(), [], tellsCommand: false);
            clock.Restart();
        }
    }

    [AfterStep]
    public async Task ShowResult()
    {
        if (shown is not null)
        {
            await shown.EndStepAsync(scenario.TestError, clock.Elapsed, isLast: false);
        }
    }

    [AfterScenario(Order = 1)]
    public async Task HoldUpTheEnd()
    {
        if (shown is { IsOver: false } && number > 0)
        {
            await shown.EndStepAsync(null, TimeSpan.Zero, isLast: true);
        }
    }
}
#endif
