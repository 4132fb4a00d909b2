using Estaleiro.Cli.Terminal;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>A line for each thing that happens: for logs, pipes and CI.</summary>
internal sealed class PlainDisplay(CliOutput output) : IRunDisplay
{
    /// <summary>A log that says nothing for this long looks dead.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    /// <summary>Most waits that last are over a little later; what is told of is one that a reader would ask about.</summary>
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
            output.Line($"… {CountText.Of(running.Count, "scenario")} running, {tally.Waiting} to come", Tone.Quiet);
        }

        if (running.Count == 0)
        {
            output.Line($"… {ClockText.Of(tally.Elapsed)} {lastProgress ?? "waiting for the first scenario"}", Tone.Quiet);
        }
    }

    /// <summary>A line for each long wait, once.</summary>
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
