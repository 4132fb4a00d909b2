namespace Estaleiro.Cli.Terminal;

/// <summary>What a line is about; a colour terminal shows it.</summary>
internal enum Tone
{
    Plain,
    Quiet,
    Heading,
    Good,
    Warning,
    Bad,
}
