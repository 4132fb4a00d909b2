using System.Globalization;

namespace Estaleiro.Reports.Mutants;

/// <summary>How many mutants were killed, of those that count.</summary>
/// <param name="Killed">The killed ones.</param>
/// <param name="Valid">Those that count: killed, survived and timed out.</param>
public sealed record MutationScore(int Killed, int Valid)
{
    /// <summary>From 0 to 100; null if no mutant counts.</summary>
    public double? Percent => Valid == 0 ? null : 100.0 * Killed / Valid;

    /// <summary>The score of some mutants.</summary>
    public static MutationScore Of(IEnumerable<MutantResult> mutants)
    {
        var counting = mutants.Where(Counts).ToList();
        return new(counting.Count(mutant => mutant.State == MutantState.Killed), counting.Count);
    }

    /// <summary>Whether a mutant counts.</summary>
    public static bool Counts(MutantResult mutant)
    {
        ArgumentNullException.ThrowIfNull(mutant);
        return mutant.State is MutantState.Killed or MutantState.Survived or MutantState.TimedOut;
    }

    /// <inheritdoc/>
    public override string ToString() => Percent is { } percent
        ? string.Create(CultureInfo.InvariantCulture, $"{Killed} of {Valid} ({percent:0.#} %)")
        : "none";
}
