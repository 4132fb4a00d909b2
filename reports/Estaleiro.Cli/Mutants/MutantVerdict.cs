using Estaleiro.Contract;
using Estaleiro.Mutants;
using Estaleiro.Reports.Model;
using Estaleiro.Reports.Mutants;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Cli.Mutants;

/// <summary>Says what became of a mutant.</summary>
internal static class MutantVerdict
{
    /// <summary>The verdict on some rounds of one mutant.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="rounds">Its test processes, in order.</param>
    /// <param name="sick">Scenarios that also fail on a healthy cluster, by <see cref="MutantKill.KeyOf"/>.</param>
    internal static (MutantState State, string? Reason) Of(Mutant mutant, IReadOnlyList<MutantRound> rounds, IReadOnlySet<string> sick)
    {
        if (rounds.SelectMany(round => round.Told(MutantNoteKind.NotHere)).FirstOrDefault() is { } missing)
        {
            return (MutantState.NotHere, missing);
        }

        var broken = rounds.SelectMany(round => round.Told(MutantNoteKind.Broken)).FirstOrDefault();
        if (!rounds.Any(round => round.Told(MutantNoteKind.Applied).Any()))
        {
            return (MutantState.Invalid, broken ?? "no cluster got the fault: " + (rounds[^1].LogTail.LastOrDefault() ?? "the test process printed nothing"));
        }

        if (mutant.Fault.MustFire && !rounds.Any(round => round.Told(MutantNoteKind.Fired).Any()))
        {
            return (MutantState.Invalid, "its rule never matched a request");
        }

        var failed = rounds.SelectMany(round => round.Failed).ToList();
        if (failed.Exists(scenario => !sick.Contains(ScenarioKey.Of(scenario))))
        {
            return (MutantState.Killed, null);
        }

        return failed.Count > 0 ? (MutantState.Invalid, $"{failed[0].Name} also fails on a healthy cluster")
            : rounds.Any(round => round.TimedOut) ? (MutantState.TimedOut, $"no scenario failed within {rounds.Sum(round => round.Seconds):0} s")
            : broken is not null ? (MutantState.Invalid, broken)
            : !rounds.Any(round => round.Passed.Any()) ? (MutantState.Invalid, "no scenario ran to its end")
            : (MutantState.Survived, null);
    }

    /// <summary>A scenario as a failed one is reported.</summary>
    internal static MutantKill KillOf(ScenarioResult scenario)
    {
        var failure = RunFailure.Of(scenario);
        return new(scenario.Feature, scenario.Title, scenario.Uri, failure.Line, failure.Step, failure.Cause);
    }
}
