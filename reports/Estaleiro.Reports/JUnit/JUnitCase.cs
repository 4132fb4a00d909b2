using Estaleiro.Reports.Model;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Reports.JUnit;

/// <summary>A test case of a JUnit report.</summary>
/// <param name="ClassName">The feature, and the rule or the scenario below it.</param>
/// <param name="Name">The scenario, or the step with its number, because a scenario may contain the same step twice.</param>
/// <param name="Outcome">How it is counted.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record JUnitCase(string ClassName, string Name, ScenarioOutcome Outcome, TimeSpan Duration)
{
    /// <summary>Why it was skipped, or null.</summary>
    internal string? SkipReason { get; private init; }

    /// <summary>Why it failed or did not finish, with the step, or null.</summary>
    internal (RunFailure Failure, StepResult? Step)? Failure { get; private init; }

    internal static IEnumerable<JUnitCase> Of(ScenarioResult scenario, JUnitGranularity granularity)
    {
        var feature = scenario.Rule is null ? scenario.Feature : $"{scenario.Feature} / {scenario.Rule}";
        var parts = granularity == JUnitGranularity.Step
            ? scenario.Steps.Where(step => step.Kind == StepKind.Step || step.Status > ResultStatus.Skipped).ToList()
            : [];
        if (parts.Count > 0)
        {
            return parts.Select((step, index) => OfStep(scenario, step, $"{feature} / {scenario.Title}", $"{index + 1}. {step.Title}"));
        }

        return
        [
            new JUnitCase(feature, scenario.Title, scenario.Outcome, scenario.Duration)
            {
                SkipReason = scenario.SkipReason,
                Failure = scenario.Outcome is ScenarioOutcome.Failed or ScenarioOutcome.Unfinished ? (RunFailure.Of(scenario), scenario.Culprit) : null,
            },
        ];
    }

    private static JUnitCase OfStep(ScenarioResult scenario, StepResult step, string className, string name) => step.Status switch
    {
        ResultStatus.Passed => new(className, name, ScenarioOutcome.Passed, step.Duration),
        ResultStatus.Skipped => new(className, name, ScenarioOutcome.Skipped, step.Duration)
        {
            SkipReason = step.Message ?? scenario.SkipReason ?? "an earlier step did not pass",
        },
        ResultStatus.Unknown => new(className, name, ScenarioOutcome.Unfinished, step.Duration) { Failure = (RunFailure.Of(scenario, step), step) },
        _ => new(className, name, ScenarioOutcome.Failed, step.Duration) { Failure = (RunFailure.Of(scenario, step), step) },
    };
}
