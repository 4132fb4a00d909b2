using Estaleiro.Cli.Terminal;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>Prints the result of a dry run: each step that cannot run, once, with a snippet for its definition.</summary>
internal static class DryRunPrinter
{
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal static int Print(CliOutput output, TestRun run, bool interrupted)
    {
        var problems = run.Scenarios
            .SelectMany(scenario => scenario.Steps.Select(step => (Scenario: scenario, Step: step)))
            .Where(entry => entry.Step.Status > ResultStatus.Skipped)
            .ToList();
        foreach (var same in problems.GroupBy(entry => (entry.Step.Status, entry.Step.Text)))
        {
            output.Line();
            output.Line($"{same.Key.Status.ToString().ToLowerInvariant()}: {same.First().Step.Title}", Tone.Bad);
            foreach (var (scenario, step) in same)
            {
                output.Line($"  {scenario.Uri}{(step.Line is { } line ? $":{line}" : "")}  {scenario.Feature} › {scenario.Title}", Tone.Quiet);
            }

            foreach (var line in Explanation(same.First().Step))
            {
                output.Line($"  {line}".TrimEnd());
            }
        }

        foreach (var problem in run.Problems)
        {
            output.Line();
            output.Line($"This dry run is incomplete: {problem}", Tone.Bad);
        }

        var scenarios = run.Scenarios.ToList();
        var steps = scenarios.Sum(scenario => scenario.Steps.Count(step => step.Kind == StepKind.Step));
        var unbound = problems.DistinctBy(entry => (entry.Step.Status, entry.Step.Text)).Count();
        var isGreen = problems.Count == 0 && run.IsGreen;
        output.Line();
        output.Line(
            isGreen
                ? $"Dry run: all {steps} steps of {scenarios.Count} scenarios are bound. Nothing was started."
                : $"Dry run: {(unbound == 1 ? "1 step" : $"{unbound} different steps")} cannot run, in {problems.Select(entry => entry.Scenario).Distinct().Count()} of {scenarios.Count} scenarios. Nothing was started.",
            isGreen ? Tone.Good : Tone.Bad);
        return interrupted ? ExitCode.Interrupted : isGreen ? ExitCode.Green : ExitCode.Failed;
    }

    // The message of an undefined step contains the snippets of the whole scenario.
    private static IEnumerable<string> Explanation(StepResult step) => step.Snippets.Count > 0
        ? step.Snippets.SelectMany(snippet => snippet.ReplaceLineEndings("\n").Split('\n'))
        : (step.Message ?? "").ReplaceLineEndings("\n").Split('\n');
}
