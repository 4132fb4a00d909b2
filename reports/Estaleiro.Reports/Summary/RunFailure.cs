using System.Text.RegularExpressions;
using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Summary;

/// <summary>A scenario that failed, with its cause.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Where">Path and line of the step that failed, or of the scenario where a hook did.</param>
/// <param name="Step">The step's text, or null where it is not known.</param>
/// <param name="Cause">What went wrong, whole.</param>
public sealed partial record RunFailure(ScenarioResult Scenario, string Where, string? Step, string Cause)
{
    /// <summary>The line that <see cref="Where"/> names, or 0 where it is not known.</summary>
    public long Line { get; init; }

    /// <summary>
    /// The same for failures that have one cause: names of namespaces, new in each scenario, make no difference, nor does which pod it was that
    /// came to a dead end or that nobody took up.
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

    /// <summary>The failure of a step; that of a scenario that was interrupted between its steps where there is none.</summary>
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
            ResultStatus.Pending => said ?? "the definition of this step is still to be written",
            _ => said ?? step.ErrorType ?? "failed without saying why",
        };
        var missing = step.Snippets.Where(snippet => !cause.Contains(snippet.Trim(), StringComparison.Ordinal));
        return string.Join("\n", missing.Prepend(cause));
    }

    [GeneratedRegex("-[0-9a-f]{6,10}(?![0-9a-z])")]
    private static partial Regex NewEveryTime();
}
