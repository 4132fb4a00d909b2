using Estaleiro.Cli.Terminal;
using Estaleiro.Contract;
using Estaleiro.Reports.Model;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Estaleiro.Cli.Running;

/// <summary>Shows running scenarios in a block at the bottom of the terminal. Finished ones stay above it.</summary>
internal sealed class LiveDisplay(IAnsiConsole console, CliOutput output, LiveDisplayContext context) : IRunDisplay
{
    private const int MostRunning = 8;
    private static readonly string[] Frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

    private string? progress;
    private int frame;

    public void Show(RunEvent happening, RunTally tally)
    {
        if (happening.Kind == RunEventKind.ScenarioFinished)
        {
            foreach (var (text, tone) in ScenarioLines.Of(happening.Scenario, $"[{tally.Done}/{tally.Total}]"))
            {
                output.Line(Covering(PrintableText.Of(text)), tone);
            }
        }
    }

    public void Progress(string line) => progress = line;

    public void Tick(RunTally tally)
    {
        frame++;
        context.UpdateTarget(Draw(tally));
    }

    private Rows Draw(RunTally tally)
    {
        var width = Math.Max(20, console.Profile.Width - 1);
        List<IRenderable> rows = [];
        var running = tally.Running.ToList();
        foreach (var scenario in running.Take(MostRunning))
        {
            rows.Add(Row(
                $"  {scenario.Scenario.Title} · {scenario.Doing ?? "starting"} · {ClockText.Of(tally.Elapsed - scenario.Since)}",
                width,
                Tone.Plain));
        }

        if (running.Count > MostRunning)
        {
            rows.Add(Row($"  and {running.Count - MostRunning} more", width, Tone.Quiet));
        }

        if (progress is not null)
        {
            rows.Add(Row($"  {progress}", width, Tone.Quiet));
        }

        var mark = console.Profile.Capabilities.Unicode ? Frames[frame % Frames.Length] : "*";
        rows.Add(Row(
            $"{mark} {tally.Done}/{tally.Total} · {tally.Passed} passed, {tally.Failed} failed, {tally.Skipped} skipped{Left(tally)} · {ClockText.Of(tally.Elapsed)}",
            width,
            tally.Failed > 0 ? Tone.Bad : Tone.Heading));
        return new Rows(rows);
    }

    private static string Left(RunTally tally) => tally.Waiting == 0 ? "" : $", {tally.Waiting} to go";

    // Lines above the block overwrite its old rows, so clear the rest of each row.
    private string Covering(string text)
    {
        var width = Math.Max(20, console.Profile.Width);
        return text.PadRight((((text.Length / width) + 1) * width) - 1);
    }

    private static Text Row(string text, int width, Tone tone)
    {
        var line = PrintableText.Of(text).ReplaceLineEndings(" ");
        return new Text(line.Length <= width ? line : line[..(width - 1)] + "…", CliOutput.StyleOf(tone));
    }
}
