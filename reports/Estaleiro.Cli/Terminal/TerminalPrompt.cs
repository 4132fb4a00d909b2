using Estaleiro.Contract;

namespace Estaleiro.Cli.Terminal;

/// <summary>Asks on the terminal. An empty line means no.</summary>
internal sealed class TerminalPrompt : IPrompt
{
    public bool CanAsk => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    public bool Confirm(string question)
    {
        if (!CanAsk)
        {
            return false;
        }

        Console.Write($"{PrintableText.Of(question)} [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes" or "Yes";
    }
}
