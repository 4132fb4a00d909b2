using Estaleiro.Contract;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Mutants;

/// <summary>One test process on one mutant, or on healthy clusters.</summary>
/// <param name="Run">The run, read from its messages.</param>
/// <param name="Notes">What the test process told of the mutant.</param>
/// <param name="TimedOut">Whether the limit ended it.</param>
/// <param name="LogTail">The last lines that the test process printed.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record MutantRound(TestRun Run, IReadOnlyList<MutantNote> Notes, bool TimedOut, IEnumerable<string> LogTail, double Seconds)
{
    /// <summary>The scenarios that failed, except for want of a cluster.</summary>
    internal IEnumerable<ScenarioResult> Failed =>
        Run.Scenarios.Where(scenario => scenario.Outcome == ScenarioOutcome.Failed && scenario.FailureNote is not { IsForWantOfCluster: true });

    internal IEnumerable<ScenarioResult> Passed => Run.Scenarios.Where(scenario => scenario.Outcome == ScenarioOutcome.Passed);

    /// <summary>What the notes of one kind say.</summary>
    internal IEnumerable<string> Told(MutantNoteKind kind) => Notes.Where(note => note.Kind == kind).Select(note => note.Text);
}
