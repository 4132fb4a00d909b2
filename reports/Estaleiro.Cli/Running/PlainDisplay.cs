using Estaleiro.Cli.Terminal;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>A line for each thing that happens: for logs, pipes and CI.</summary>
internal sealed class PlainDisplay(CliOutput output) : IRunDisplay
{
    /// <summary>A log that says nothing for this long looks dead.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

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
        if (tally.Elapsed - lastLine < LongestSilence)
        {
            return;
        }

        lastLine = tally.Elapsed;
        var running = tally.Running.ToList();
        foreach (var scenario in running)
        {
            output.Line(
                $"… {ClockText.Of(tally.Elapsed - scenario.Since)} {scenario.Scenario.Title}: {scenario.Step?.Title ?? lastProgress ?? "starting"}",
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
}
