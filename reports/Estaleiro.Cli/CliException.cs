namespace Estaleiro.Cli;

/// <summary>Ends a command with lines for the user. The first line says what is wrong and what to do.</summary>
internal sealed class CliException(int exitCode, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>One of <see cref="Cli.ExitCode"/>.</summary>
    internal int ExitCode { get; } = exitCode;

    internal static CliException Usage(string message) => new(Cli.ExitCode.Usage, message);

    internal static CliException Environment(string message, Exception? innerException = null) =>
        new(Cli.ExitCode.Environment, message, innerException);
}
