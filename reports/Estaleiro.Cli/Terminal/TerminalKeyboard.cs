namespace Estaleiro.Cli.Terminal;

/// <summary>Reads keys from the terminal.</summary>
internal sealed class TerminalKeyboard : IKeyboard
{
    /// <summary>The polling interval. A blocking read could not be cancelled and would take keys meant for the next shell.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public bool IsThere => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    public async Task<char> ReadAsync(CancellationToken cancellationToken)
    {
        while (Console.KeyAvailable)
        {
            // A second key press at the last question does not answer this one.
            Console.ReadKey(intercept: true);
        }

        while (!Console.KeyAvailable)
        {
            await Task.Delay(Look, cancellationToken);
        }

        return Console.ReadKey(intercept: true).KeyChar;
    }
}
