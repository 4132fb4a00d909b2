using Estaleiro.Cli.Terminal;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Cli.Running;

/// <summary>Prints the results of a run: failures with their causes, skips with their reasons, then the numbers.</summary>
internal static class SummaryPrinter
{
    internal static void Print(CliOutput output, RunSummary summary, int notRun = 0)
    {
        PrintFailures(output, "Failed", summary.Failures);
        PrintFailures(output, "Interrupted", summary.Unfinished);
        foreach (var hook in summary.FailedHooks)
        {
            output.Line();
            output.Line($"Failed outside any scenario: {hook.Name}", Tone.Bad);
            output.Line($"  {hook.Message ?? "no reason given"}", Tone.Bad);
        }

        if (summary.Skips.Count > 0)
        {
            output.Line();
            output.Line("Skipped:", Tone.Warning);
            foreach (var skip in summary.Skips)
            {
                output.Line($"  {skip.Scenarios.Count} × {skip.Reason}", Tone.Warning);
                foreach (var scenario in skip.Scenarios)
                {
                    output.Line($"      {scenario.Location}  {scenario.Title}", Tone.Quiet);
                }
            }
        }

        if (summary.Problems.Count > 0)
        {
            output.Line();
            output.Line("This run is incomplete:", Tone.Bad);
            foreach (var problem in summary.Problems)
            {
                output.Line($"  {problem}", Tone.Bad);
            }
        }

        output.Line();
        output.Line(
            CountText.Of(summary)
            + (notRun == 0 ? "" : $", {notRun} not run")
            + $" in {ClockText.Of(summary.Duration)}",
            summary.IsGreen ? Tone.Good : Tone.Bad);
    }

    /// <summary>Groups scenarios that failed for the same cause, such as a cluster that did not start.</summary>
    private static void PrintFailures(CliOutput output, string heading, IReadOnlyList<RunFailure> failures)
    {
        foreach (var same in failures.GroupBy(failure => failure.Cause))
        {
            output.Line();
            foreach (var failure in same)
            {
                output.Line($"{heading}: {failure.Scenario.Feature} › {failure.Scenario.Title}", Tone.Bad);
                if (same.Count() > 1)
                {
                    output.Line($"  {failure.Where}", Tone.Quiet);
                }
            }

            foreach (var (text, tone) in ScenarioLines.CauseOf(same.First(), "  ").Skip(same.Count() > 1 ? 1 : 0))
            {
                output.Line(text, tone);
            }
        }
    }
}
