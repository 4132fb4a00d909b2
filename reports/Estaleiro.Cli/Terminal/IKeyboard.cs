namespace Estaleiro.Cli.Terminal;

/// <summary>Reads single keys without Enter. Tests replace this interface.</summary>
internal interface IKeyboard
{
    /// <summary>Whether there is an interactive terminal to read keys from.</summary>
    bool IsThere { get; }

    /// <summary>
    /// Reads the next key without echo. Keys pressed before the call are discarded. A key without a character is <c>'\0'</c>.
    /// </summary>
    Task<char> ReadAsync(CancellationToken cancellationToken);
}
