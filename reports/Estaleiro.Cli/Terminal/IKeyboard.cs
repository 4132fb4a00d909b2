namespace Estaleiro.Cli.Terminal;

/// <summary>Single keys, read without Enter: the boundary that tests replace.</summary>
internal interface IKeyboard
{
    /// <summary>Whether somebody sits at a terminal that keys can be read from.</summary>
    bool IsThere { get; }

    /// <summary>The next key, not shown; keys pressed before the call do not count. A key without a letter is <c>'\0'</c>.</summary>
    Task<char> ReadAsync(CancellationToken cancellationToken);
}
