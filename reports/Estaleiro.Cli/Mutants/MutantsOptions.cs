using Estaleiro.Cli.Features;

namespace Estaleiro.Cli.Mutants;

/// <summary>The options of <c>mutants</c>.</summary>
internal sealed record MutantsOptions
{
    /// <summary>Only these mutants; empty for all.</summary>
    internal IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Only mutants of these components; empty for all.</summary>
    internal IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>Only every n-th mutant.</summary>
    internal Shard? Shard { get; init; }

    /// <summary>Whether every scenario runs on every mutant, for the whole matrix; otherwise a mutant's run ends with the first failure.</summary>
    internal bool AllScenarios { get; init; }

    /// <summary>Only mutants that changed since this revision, or whose specs did.</summary>
    internal string? Since { get; init; }

    /// <summary>Whether mutants run that have a result already.</summary>
    internal bool Again { get; init; }

    /// <summary>Whether the results become the baseline in the repository.</summary>
    internal bool Accept { get; init; }

    /// <summary>How long one mutant may take.</summary>
    internal TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many mutants run at the same time.</summary>
    internal int Parallel { get; init; } = 1;

    internal string? Image { get; init; }

    internal double? TimeoutScale { get; init; }

    internal bool Yes { get; init; }
}
