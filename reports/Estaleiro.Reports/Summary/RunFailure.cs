using System.Text.RegularExpressions;
using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Summary;

/// <summary>A scenario that failed, with its cause.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Where">Path and line of the step that failed, or of the scenario if a hook failed.</param>
/// <param name="Step">The step's text, or null if unknown.</param>
/// <param name="Cause">What went wrong, in full.</param>
public sealed partial record RunFailure(ScenarioResult Scenario, string Where, string? Step, string Cause)
{
    /// <summary>The line in <see cref="Where"/>, or 0 if unknown.</summary>
    public long Line { get; init; }

    /// <summary>
    /// Equal for failures with the same cause. Ignores the names of namespaces, which differ between scenarios, and the name of a pod that
    /// could never become Ready or was never scheduled.
    /// </summary>
    internal string CauseKey => Scenario.FailureNote?.Cause ?? NewEveryTime().Replace(Cause, "-");

    /// <summary>The failure of a scenario.</summary>
    public static RunFailure Of(ScenarioResult scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Of(
            scenario,
            scenario.Status > ResultStatus.Skipped ? scenario.Culprit : scenario.Steps.FirstOrDefault(step => step.Status == ResultStatus.Unknown));
    }

    /// <summary>The failure of a step, or of an interrupted scenario if no step failed.</summary>
    internal static RunFailure Of(ScenarioResult scenario, StepResult? step) => new(
        scenario,
        step?.Line is { } line ? $"{scenario.Uri}:{line}" : scenario.Location,
        step?.Title,
        step is { Status: > ResultStatus.Skipped } ? CauseOf(step) : "interrupted: the run ended before this scenario did")
    {
        Line = step?.Line ?? scenario.Line,
    };

    private static string CauseOf(StepResult step)
    {
        var said = step.Message?.Trim();
        var cause = step.Status switch
        {
            ResultStatus.Undefined => said ?? "no step definition matches this step",
            ResultStatus.Ambiguous => said ?? "more than one step definition matches this step",
            ResultStatus.Pending => said ?? "the definition of this step is pending",
            _ => said ?? step.ErrorType ?? "failed without a message",
        };
        var missing = step.Snippets.Where(snippet => !cause.Contains(snippet.Trim(), StringComparison.Ordinal));
        return string.Join("\n", missing.Prepend(cause));
    }

    [GeneratedRegex("-[0-9a-f]{6,10}(?![0-9a-z])")]
    private static partial Regex NewEveryTime();
}
