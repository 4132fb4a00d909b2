namespace Estaleiro.Cli.Terminal;

/// <summary>Asks the user.</summary>
internal interface IPrompt
{
    /// <summary>Whether there is a terminal to ask on.</summary>
    bool CanAsk { get; }

    /// <summary>Asks a question; false where the answer is no or nobody can be asked.</summary>
    bool Confirm(string question);
}
