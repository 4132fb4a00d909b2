using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Summary;

/// <summary>A scenario that failed, with its cause.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Where">Path and line of the step that failed, or of the scenario where a hook did.</param>
/// <param name="Step">The step's text, or null where it is not known.</param>
/// <param name="Cause">What went wrong, whole.</param>
public sealed record RunFailure(ScenarioResult Scenario, string Where, string? Step, string Cause)
{
    /// <summary>The failure of a scenario.</summary>
    public static RunFailure Of(ScenarioResult scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var failed = scenario.Status > ResultStatus.Skipped;
        var step = failed ? scenario.Culprit : scenario.Steps.FirstOrDefault(step => step.Status == ResultStatus.Unknown);
        return new RunFailure(
            scenario,
            step?.Line is { } line ? $"{scenario.Uri}:{line}" : scenario.Location,
            step?.Title,
            failed ? CauseOf(step!) : "interrupted: the run ended before this scenario did");
    }

    private static string CauseOf(StepResult step)
    {
        var said = step.Message?.Trim();
        var cause = step.Status switch
        {
            ResultStatus.Undefined => said ?? "no step definition matches this step",
            ResultStatus.Ambiguous => said ?? "more than one step definition matches this step",
            ResultStatus.Pending => said ?? "the definition of this step is still to be written",
            _ => said ?? step.ErrorType ?? "failed without saying why",
        };
        var missing = step.Snippets.Where(snippet => !cause.Contains(snippet.Trim(), StringComparison.Ordinal));
        return string.Join("\n", missing.Prepend(cause));
    }
}
