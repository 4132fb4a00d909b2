namespace Estaleiro.Reports.Mutants;

/// <summary>The results of many mutants, and what follows from them. Every report of mutants is made from it.</summary>
/// <param name="Mutants">The mutants, by name.</param>
/// <param name="Scenarios">All scenarios of the components, by <see cref="MutantKill.KeyOf"/>, in the order of their files.</param>
public sealed record MutationRun(IReadOnlyList<MutantResult> Mutants, IReadOnlyList<string> Scenarios)
{
    /// <summary>The score of all.</summary>
    public MutationScore Score => MutationScore.Of(Mutants);

    /// <summary>The score of each component.</summary>
    public IReadOnlyList<(string Name, MutationScore Score)> ByComponent => By(mutant => mutant.Component);

    /// <summary>The score of each way to make a mutant.</summary>
    public IReadOnlyList<(string Name, MutationScore Score)> ByKind => By(mutant => mutant.Kind);

    /// <summary>The mutants in one state.</summary>
    public IReadOnlyList<MutantResult> In(MutantState state) => [.. Mutants.Where(mutant => mutant.State == state)];

    /// <summary>The killed mutants of each scenario; scenarios that killed none have an empty list.</summary>
    public IReadOnlyList<(string Scenario, IReadOnlyList<MutantResult> Mutants)> ByScenario
    {
        get
        {
            var kills = Mutants.SelectMany(mutant => mutant.Kills.Select(kill => (kill.Key, mutant))).ToLookup(pair => pair.Key, pair => pair.mutant, StringComparer.Ordinal);
            return [.. Scenarios.Union(kills.Select(group => group.Key), StringComparer.Ordinal).Select(scenario => (scenario, (IReadOnlyList<MutantResult>)[.. kills[scenario].Distinct()]))];
        }
    }

    /// <summary>The scenarios that no mutant turned red.</summary>
    public IReadOnlyList<string> NeverRed => [.. ByScenario.Where(entry => entry.Mutants.Count == 0).Select(entry => entry.Scenario)];

    /// <summary>The killed mutants that only one scenario noticed, where others ran too.</summary>
    public IReadOnlyList<MutantResult> SingleKillers => [.. Mutants.Where(mutant => mutant.State == MutantState.Killed && mutant.Kills.Count == 1)];

    private List<(string Name, MutationScore Score)> By(Func<MutantResult, string> key) =>
        [.. Mutants.GroupBy(key).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, MutationScore.Of(group)))];
}
