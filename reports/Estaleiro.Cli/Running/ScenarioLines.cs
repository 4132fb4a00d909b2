using Estaleiro.Cli.Terminal;
using Estaleiro.Reports.Model;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Cli.Running;

/// <summary>The lines about a finished scenario, the same for both displays.</summary>
internal static class ScenarioLines
{
    internal const int MostCauseLines = 12;

    private const int LongestLine = 2_000;

    internal static IEnumerable<(string Text, Tone Tone)> Of(ScenarioResult scenario, string position)
    {
        var name = $"{scenario.Feature} › {scenario.Title}";
        switch (scenario.Outcome)
        {
            case ScenarioOutcome.Passed:
                yield return ($"{position} passed   {name} ({ClockText.Of(scenario.Duration)})", Tone.Good);
                break;
            case ScenarioOutcome.Skipped:
                yield return ($"{position} skipped  {name}: {scenario.SkipReason!.Split('\n')[0]}", Tone.Warning);
                break;
            default:
                yield return ($"{position} FAILED   {name} ({ClockText.Of(scenario.Duration)})", Tone.Bad);
                foreach (var line in CauseOf(RunFailure.Of(scenario), "    "))
                {
                    yield return line;
                }

                break;
        }
    }

    internal static IEnumerable<(string Text, Tone Tone)> CauseOf(RunFailure failure, string indent)
    {
        yield return ($"{indent}{failure.Where}{(failure.Step is null ? "" : ": " + failure.Step)}", Tone.Plain);
        var lines = failure.Cause.ReplaceLineEndings("\n").Split('\n');
        foreach (var line in lines.Take(MostCauseLines))
        {
            yield return ($"{indent}{(line.Length <= LongestLine ? line : line[..LongestLine] + "…")}".TrimEnd(), Tone.Bad);
        }

        if (lines.Length > MostCauseLines)
        {
            yield return ($"{indent}… {lines.Length - MostCauseLines} more lines in junit.xml", Tone.Quiet);
        }
    }
}
