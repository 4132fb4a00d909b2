using Estaleiro.Cli.Running;
using Estaleiro.Cli.Terminal;
using Estaleiro.Contract.Workshop;

namespace Estaleiro.Cli.Workshops;

/// <summary>Shows a workshop session as plain lines, top to bottom, which work on a projector and in a log.</summary>
internal sealed class WorkshopScreen(CliOutput output)
{
    /// <summary>The maximum number of lines of a step's output; the report has the rest.</summary>
    private const int MostLines = 15;

    /// <summary>The maximum for a failure, which everyone is looking at.</summary>
    private const int MostProblemLines = 25;

    private static readonly string Rule = new('─', 72);

    private int steps;

    /// <summary>Shows a message, followed by the available keys if it needs an answer.</summary>
    internal void Show(WorkshopMessage message)
    {
        switch (message.Event)
        {
            case WorkshopEvent.Scenario:
                ShowScenario(message);
                break;
            case WorkshopEvent.Step:
                output.Line();
                output.Line($"Step {Position(message)} · {message.Text}", Tone.Heading);
                Block(message.Argument, "    ", Tone.Plain, int.MaxValue);
                Block(message.WatchFor, "  watch for: ", Tone.Warning, int.MaxValue);
                Block(message.Command, "  by hand: ", Tone.Good, int.MaxValue);
                break;
            case WorkshopEvent.Repeat:
                output.Line();
                output.Line($"Repeat: step {Position(message)} · {message.Text}", Tone.Heading);
                break;
            case WorkshopEvent.Line:
                Block(message.Text, "    ", Tone.Quiet, MostLines);
                break;
            case WorkshopEvent.Passed or WorkshopEvent.Finished:
                output.Line($"  passed ({Seconds(message)})", Tone.Good);
                break;
            case WorkshopEvent.Skipped:
                Block(message.Problem, "  this scenario cannot run here: ", Tone.Warning, MostLines);
                break;
            case WorkshopEvent.Failed:
                output.Line($"  FAILED ({Seconds(message)})", Tone.Bad);
                Block(message.Problem, "    ", Tone.Bad, MostProblemLines);
                break;
            case WorkshopEvent.Ended when message.Problem is not null:
                output.Line("  FAILED at the end of the scenario", Tone.Bad);
                Block(message.Problem, "    ", Tone.Bad, MostProblemLines);
                break;
        }

        if (message.WantsAnswer)
        {
            Keys(message);
        }
    }

    /// <summary>Shows a message's keys again: after a shell, or after a key that does nothing here.</summary>
    internal void Keys(WorkshopMessage message)
    {
        output.Line($"  {string.Join("  ", KeysOf(message))}", Tone.Heading);
    }

    /// <summary>Shows another line.</summary>
    internal void Say(string text) => output.Line($"  {text}", Tone.Quiet);

    private static IEnumerable<string> KeysOf(WorkshopMessage message)
    {
        yield return message.Event switch
        {
            WorkshopEvent.Step => "[any key] run it",
            WorkshopEvent.Finished => "[any key] end the scenario",
            _ => "[any key] next scenario",
        };
        if (message.CanRepeat && message.Event != WorkshopEvent.Skipped)
        {
            yield return message.Event == WorkshopEvent.Step ? "[b] repeat last step" : "[b] repeat this step";
        }

        if (message.Cluster is not null)
        {
            yield return "[s] shell";
        }

        if (message.Event == WorkshopEvent.Step)
        {
            yield return "[n] next scenario";
        }

        yield return "[q] end";
    }

    private static string Seconds(WorkshopMessage message) => ClockText.Of(TimeSpan.FromSeconds(message.Seconds));

    private void ShowScenario(WorkshopMessage message)
    {
        steps = message.Steps.Count;
        output.Line();
        output.Line(Rule, Tone.Quiet);
        output.Line($"{message.Feature}: {message.Text}", Tone.Heading);
        Block(message.Place, "  ", Tone.Quiet, int.MaxValue);
        if (!string.IsNullOrWhiteSpace(message.Question))
        {
            output.Line();
            Block(message.Question, "  ", Tone.Plain, int.MaxValue);
        }

        if (!string.IsNullOrWhiteSpace(message.WatchFor))
        {
            output.Line();
            Block(message.WatchFor, "  watch for: ", Tone.Warning, int.MaxValue);
        }

        if (steps > 0)
        {
            output.Line();
        }

        foreach (var (number, step) in message.Steps.Index())
        {
            output.Line($"  {number + 1,2}  {step}", Tone.Quiet);
        }
    }

    private string Position(WorkshopMessage message) => steps > 0 ? $"{message.Number} of {steps}" : $"{message.Number}";

    /// <summary>Shows lines below each other, the first one after a label.</summary>
    private void Block(string? text, string label, Tone tone, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var lines = text.ReplaceLineEndings("\n").Trim('\n').Split('\n');
        var margin = new string(' ', label.Length);
        foreach (var (number, line) in lines.Take(most).Index())
        {
            // A description has the file's indentation; in a manifest, indentation matters.
            output.Line(((number == 0 ? label : margin) + (tone == Tone.Plain && label.Length == 2 || label.EndsWith(": ", StringComparison.Ordinal) ? line.Trim() : line)).TrimEnd(), tone);
        }

        if (lines.Length > most)
        {
            output.Line($"{margin}… {lines.Length - most} more lines in the report", Tone.Quiet);
        }
    }
}
