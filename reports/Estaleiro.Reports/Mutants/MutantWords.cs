namespace Estaleiro.Reports.Mutants;

/// <summary>The words of reports about mutants.</summary>
public static class MutantWords
{
    /// <summary>A state.</summary>
    public static string Of(MutantState state) => state switch
    {
        MutantState.TimedOut => "timed out",
        MutantState.NotHere => "not on this cluster",
        MutantState.Killed => "killed",
        MutantState.Survived => "survived",
        MutantState.Equivalent => "equivalent",
        _ => "invalid",
    };
}
