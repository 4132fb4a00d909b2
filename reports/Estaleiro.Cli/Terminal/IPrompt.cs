namespace Estaleiro.Cli.Terminal;

/// <summary>Asks the user.</summary>
internal interface IPrompt
{
    /// <summary>Whether there is a terminal to ask on.</summary>
    bool CanAsk { get; }

    /// <summary>Asks a question; false if the answer is no or there is no terminal.</summary>
    bool Confirm(string question);
}
