using Estaleiro.Cli.Terminal;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>Prints a line per event, for logs, pipes and CI.</summary>
internal sealed class PlainDisplay(CliOutput output) : IRunDisplay
{
    /// <summary>After this time without output, a line shows that the run is still alive.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    /// <summary>Only waits longer than this get a line; most others end soon.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(10);

    private readonly HashSet<RunningWait?> told = new(ReferenceEqualityComparer.Instance);
    private TimeSpan lastLine;
    private string? lastProgress;

    public void Show(RunEvent happening, RunTally tally)
    {
        if (happening.Kind != RunEventKind.ScenarioFinished)
        {
            return;
        }

        lastLine = tally.Elapsed;
        foreach (var (text, tone) in ScenarioLines.Of(happening.Scenario, $"[{tally.Done}/{tally.Total}]"))
        {
            output.Line(text, tone);
        }
    }

    public void Progress(string line)
    {
        lastProgress = line;
        output.Line(line, Tone.Quiet);
    }

    public void Tick(RunTally tally)
    {
        TellWaits(tally);
        if (tally.Elapsed - lastLine < LongestSilence)
        {
            return;
        }

        lastLine = tally.Elapsed;
        var running = tally.Running.ToList();
        foreach (var scenario in running)
        {
            told.Add(scenario.Wait);
            output.Line(
                $"… {ClockText.Of(tally.Elapsed - scenario.Since)} {scenario.Scenario.Title}: {scenario.Doing ?? lastProgress ?? "starting"}",
                Tone.Quiet);
        }

        if (running.Count > 0 && tally.Waiting > 0)
        {
            output.Line($"… {CountText.Of(running.Count, "scenario")} running, {tally.Waiting} to go", Tone.Quiet);
        }

        if (running.Count == 0)
        {
            output.Line($"… {ClockText.Of(tally.Elapsed)} {lastProgress ?? "waiting for the first scenario"}", Tone.Quiet);
        }
    }

    /// <summary>Prints a line for each long wait, once.</summary>
    private void TellWaits(RunTally tally)
    {
        foreach (var scenario in tally.Running)
        {
            if (scenario.Wait is { } wait && tally.Elapsed - wait.Since >= LongWait && told.Add(wait))
            {
                lastLine = tally.Elapsed;
                output.Line($"… {ClockText.Of(tally.Elapsed - scenario.Since)} {scenario.Scenario.Feature} › {scenario.Scenario.Title} {scenario.Doing}", Tone.Quiet);
            }
        }
    }
}
