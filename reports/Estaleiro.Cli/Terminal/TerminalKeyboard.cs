namespace Estaleiro.Cli.Terminal;

/// <summary>The terminal's keys.</summary>
internal sealed class TerminalKeyboard : IKeyboard
{
    /// <summary>Between two looks: the console can only block or be asked, and a blocked read would take the keys of the shell that comes next.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public bool IsThere => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    public async Task<char> ReadAsync(CancellationToken cancellationToken)
    {
        while (Console.KeyAvailable)
        {
            // Who pressed twice at the last question has not answered this one.
            Console.ReadKey(intercept: true);
        }

        while (!Console.KeyAvailable)
        {
            await Task.Delay(Look, cancellationToken);
        }

        return Console.ReadKey(intercept: true).KeyChar;
    }
}
