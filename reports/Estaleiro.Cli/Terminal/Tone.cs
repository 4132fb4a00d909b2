namespace Estaleiro.Cli.Terminal;

/// <summary>A line's meaning, shown as a colour on a terminal.</summary>
internal enum Tone
{
    Plain,
    Quiet,
    Heading,
    Good,
    Warning,
    Bad,
}
