using Estaleiro.Cli.Terminal;
using Estaleiro.Reports.Comparing;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>Prints the differences between two runs.</summary>
internal static class ComparisonPrinter
{
    internal static void Print(CliOutput output, RunComparison comparison, string first, string second)
    {
        output.Line($"first run:  {first} ({RunFacts.Of(comparison.First)})", Tone.Quiet);
        output.Line($"second run: {second} ({RunFacts.Of(comparison.Second)})", Tone.Quiet);
        PrintProblems(output, "first", comparison.First);
        PrintProblems(output, "second", comparison.Second);
        PrintScenarios(output, "Only in the first run:", comparison.OnlyInFirst);
        PrintScenarios(output, "Only in the second run:", comparison.OnlyInSecond);
        foreach (var difference in comparison.Differences)
        {
            output.Line();
            output.Line(difference.Name, Tone.Heading);
            output.Line($"  {difference.Scenario.Location}", Tone.Quiet);
            if (difference.EndedOtherwise)
            {
                PrintEnd(output, "first", difference.First!);
                PrintEnd(output, "second", difference.Second!);
            }

            foreach (var line in difference.Outcome)
            {
                output.Line($"  {line}", line.Mark switch
                {
                    '-' => Tone.Bad,
                    '+' => Tone.Good,
                    _ => Tone.Quiet,
                });
            }
        }

        PrintObservations(output, comparison.Observations);
        output.Line();
        output.Line(comparison.Verdict, comparison.AreEqual ? Tone.Good : Tone.Bad);
    }

    private static void PrintObservations(CliOutput output, ObservationComparison observations)
    {
        if (observations.Differences.Count == 0)
        {
            return;
        }

        output.Line();
        output.Line($"{observations.Title}:", Tone.Heading);
        foreach (var component in observations.Differences.GroupBy(difference => difference.Component))
        {
            output.Line($"  {component.Key}");
            foreach (var difference in component)
            {
                output.Line($"    {difference}");
            }
        }
    }

    private static void PrintProblems(CliOutput output, string which, TestRun run)
    {
        foreach (var problem in run.Problems)
        {
            output.Line($"The {which} run is incomplete: {problem}", Tone.Warning);
        }
    }

    private static void PrintScenarios(CliOutput output, string heading, IReadOnlyList<ScenarioResult> scenarios)
    {
        if (scenarios.Count == 0)
        {
            return;
        }

        output.Line();
        output.Line(heading, Tone.Heading);
        foreach (var scenario in scenarios)
        {
            output.Line($"  {scenario.Location}  {scenario.Feature} › {scenario.Title}");
        }
    }

    private static void PrintEnd(CliOutput output, string which, ScenarioResult scenario)
    {
        var (status, reason) = ScenarioDifference.EndOf(scenario);
        output.Line($"  {which} run: {status}", status == "passed" ? Tone.Good : Tone.Warning);
        var lines = reason?.Trim().ReplaceLineEndings("\n").Split('\n') ?? [];
        foreach (var line in lines.Take(ScenarioLines.MostCauseLines))
        {
            output.Line($"    {line}".TrimEnd());
        }

        if (lines.Length > ScenarioLines.MostCauseLines)
        {
            output.Line($"    … {lines.Length - ScenarioLines.MostCauseLines} more lines in the HTML page", Tone.Quiet);
        }
    }
}
