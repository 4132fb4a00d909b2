namespace Estaleiro.Reports.Mutants;

/// <summary>What the repository keeps of a mutant's last accepted result.</summary>
/// <param name="State">What became of it, in the words of reports.</param>
/// <param name="Kubernetes">On which version; null if on none.</param>
/// <param name="Reason">Why, unless it was killed or survived.</param>
/// <param name="Red">The scenarios that failed, by <see cref="MutantKill.KeyOf"/>.</param>
public sealed record BaselineEntry(string State, string? Kubernetes, string? Reason, IReadOnlyList<string> Red)
{
    /// <summary>The entry of a result.</summary>
    public static BaselineEntry Of(MutantResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(
            MutantWords.Of(result.State),
            result.Kubernetes,
            result.Reason,
            [.. result.Kills.Select(kill => kill.Key).Distinct().Order(StringComparer.Ordinal)]);
    }
}
