using Estaleiro.Cli.Terminal;
using Estaleiro.Reports.Bindings;

namespace Estaleiro.Cli.Running;

/// <summary>Prints steps for a terminal of 100 columns. Texts and examples are not wrapped, so that they can be copied.</summary>
internal static class StepsPrinter
{
    private const int Width = 100;
    private const string Indent = "    ";

    internal static void Print(CliOutput output, IReadOnlyCollection<BoundStep> steps)
    {
        foreach (var folder in steps.GroupBy(step => step.Folder, StringComparer.Ordinal))
        {
            output.Line(folder.Key, Tone.Heading);
            foreach (var step in folder)
            {
                output.Line();
                PrintStep(output, step);
            }

            output.Line();
        }

        output.Line($"{steps.Count} {(steps.Count == 1 ? "step" : "steps")}");
    }

    private static void PrintStep(CliOutput output, BoundStep step)
    {
        foreach (var text in step.Texts)
        {
            var language = text.Language is null or "en" ? "" : $" [{text.Language}]";
            output.Line($"  {string.Join('/', text.Keywords)}{language} {text.Expression}", Tone.Good);
        }

        foreach (var line in Wrap(step.Summary))
        {
            output.Line(line);
        }

        if (step.Arguments.Count > 0)
        {
            foreach (var line in Wrap($"Arguments: {step.ArgumentLine}"))
            {
                output.Line(line, Tone.Quiet);
            }
        }

        output.Line(step.Example is { } example ? $"{Indent}Example from {example.Uri}:" : $"{Indent}No feature uses it.", Tone.Quiet);
        foreach (var line in step.Example?.Lines ?? [])
        {
            output.Line($"{Indent}  {line}", Tone.Quiet);
        }
    }

    private static IEnumerable<string> Wrap(string text)
    {
        var line = Indent;
        foreach (var word in text.Split(' '))
        {
            if (line.Length > Indent.Length && line.Length + word.Length >= Width)
            {
                yield return line.TrimEnd();
                line = Indent;
            }

            line += $"{word} ";
        }

        yield return line.TrimEnd();
    }
}
