using Estaleiro.Contract;
using Spectre.Console;

namespace Estaleiro.Cli.Terminal;

/// <summary>
/// Writes output lines. On a terminal, Spectre.Console colours them; elsewhere they are written without wrapping and escape sequences, so
/// that logs can be searched. Either way, text from a cluster controls neither the terminal nor, in a job of GitHub Actions, its runner.
/// </summary>
internal sealed class CliOutput
{
    private readonly TextWriter writer;
    private readonly bool inGitHubJob;

    /// <summary>Writes to a pipe or a file.</summary>
    internal CliOutput(TextWriter writer, bool inGitHubJob = false)
    {
        this.writer = writer;
        this.inGitHubJob = inGitHubJob;
    }

    /// <summary>Writes to a terminal.</summary>
    internal CliOutput(IAnsiConsole console, bool inGitHubJob = false)
    {
        this.inGitHubJob = inGitHubJob;
        Console = console;
        writer = console.Profile.Out.Writer;
    }

    /// <summary>The terminal, or null if there is none.</summary>
    internal IAnsiConsole? Console { get; }

    internal static CliOutput Standard() => For(System.Console.Out, System.Console.IsOutputRedirected);

    internal static CliOutput Error() => For(System.Console.Error, System.Console.IsErrorRedirected);

    internal void Line(string text = "", Tone tone = Tone.Plain)
    {
        text = PrintableText.Of(text);
        if (inGitHubJob)
        {
            text = GitHubRunner.WithoutCommands(text);
        }

        if (Console is null)
        {
            Write(text);
        }
        else
        {
            Console.Write(new Text(text + "\n", StyleOf(tone)));
        }
    }

    /// <summary>Writes a workflow command of GitHub Actions, as <see cref="Reports.GitHub.GitHubAnnotations"/> makes them.</summary>
    internal void WorkflowCommand(string command) => Write(command);

    internal static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Quiet => new Style(Color.Grey),
        Tone.Heading => new Style(decoration: Decoration.Bold),
        Tone.Good => new Style(Color.Green),
        Tone.Warning => new Style(Color.Yellow),
        Tone.Bad => new Style(Color.Red),
        _ => Style.Plain,
    };

    private void Write(string line)
    {
        writer.WriteLine(line);
        writer.Flush();
    }

    private static CliOutput For(TextWriter writer, bool redirected)
    {
        if (redirected || Environment.GetEnvironmentVariable("TERM") == "dumb")
        {
            return new CliOutput(writer, GitHubRunner.IsHere);
        }

        return new CliOutput(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) }), GitHubRunner.IsHere);
    }
}
