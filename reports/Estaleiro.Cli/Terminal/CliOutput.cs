using Spectre.Console;

namespace Estaleiro.Cli.Terminal;

/// <summary>
/// Writes output lines. On a terminal, Spectre.Console colours them; elsewhere they are written without wrapping and escape sequences, so
/// that logs can be searched.
/// </summary>
internal sealed class CliOutput
{
    private readonly TextWriter writer;

    /// <summary>Writes to a pipe or a file.</summary>
    internal CliOutput(TextWriter writer)
    {
        this.writer = writer;
    }

    /// <summary>Writes to a terminal.</summary>
    internal CliOutput(IAnsiConsole console)
    {
        Console = console;
        writer = console.Profile.Out.Writer;
    }

    /// <summary>The terminal, or null if there is none.</summary>
    internal IAnsiConsole? Console { get; }

    internal static CliOutput Standard() => For(System.Console.Out, System.Console.IsOutputRedirected);

    internal static CliOutput Error() => For(System.Console.Error, System.Console.IsErrorRedirected);

    internal void Line(string text = "", Tone tone = Tone.Plain)
    {
        if (Console is null)
        {
            writer.WriteLine(text);
            writer.Flush();
        }
        else
        {
            Console.Write(new Text(text + "\n", StyleOf(tone)));
        }
    }

    internal static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Quiet => new Style(Color.Grey),
        Tone.Heading => new Style(decoration: Decoration.Bold),
        Tone.Good => new Style(Color.Green),
        Tone.Warning => new Style(Color.Yellow),
        Tone.Bad => new Style(Color.Red),
        _ => Style.Plain,
    };

    private static CliOutput For(TextWriter writer, bool redirected)
    {
        if (redirected || Environment.GetEnvironmentVariable("TERM") == "dumb")
        {
            return new CliOutput(writer);
        }

        return new CliOutput(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) }));
    }
}
