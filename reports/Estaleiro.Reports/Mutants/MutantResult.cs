namespace Estaleiro.Reports.Mutants;

/// <summary>A mutant, and what became of it.</summary>
public sealed record MutantResult
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What a user would see.</summary>
    public required string Story { get; init; }

    /// <summary>The component whose specs have to notice.</summary>
    public required string Component { get; init; }

    /// <summary>How it is made.</summary>
    public required string Kind { get; init; }

    /// <summary>Its file, relative to the clone.</summary>
    public required string File { get; init; }

    /// <summary>What became of it.</summary>
    public required MutantState State { get; init; }

    /// <summary>Why, unless it was killed or survived.</summary>
    public string? Reason { get; init; }

    /// <summary>The scenarios that failed; only the first if the run ended there.</summary>
    public IReadOnlyList<MutantKill> Kills { get; init; } = [];

    /// <summary>The scenarios that passed, by <see cref="MutantKill.KeyOf"/>.</summary>
    public IReadOnlyList<string> Passed { get; init; } = [];

    /// <summary>How long its runs took.</summary>
    public double Seconds { get; init; }

    /// <summary>The Kubernetes version of its clusters, or null if none started.</summary>
    public string? Kubernetes { get; init; }

    /// <summary>A hash of its file, to see whether the result is of today's.</summary>
    public string? Fingerprint { get; init; }
}
