namespace Estaleiro.Specs.Xunit.Pacing;

/// <summary>
/// Gives words of a scenario another meaning where it runs: registered in the scenario's container, it is asked for every text and table that a
/// step definition gets from then on.
/// </summary>
public interface IStepWords
{
    /// <summary>The text with the words replaced.</summary>
    string Replace(string text);
}
