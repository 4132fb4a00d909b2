using Estaleiro.Cli.Features;
using Estaleiro.Cli.Terminal;
using Estaleiro.Reports.Model;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Cli.Running;

/// <summary>Combines several rounds of the same scenarios. A scenario whose result varies is flaky, whatever its last result.</summary>
internal sealed class RepeatOverview
{
    private readonly IReadOnlyList<RunRound> rounds;
    private readonly int wanted;
    private readonly IReadOnlyList<RepeatedScenario> scenarios;

    /// <summary>Combines rounds.</summary>
    /// <param name="selection">The scenarios selected for each round.</param>
    /// <param name="rounds">The rounds; at least one.</param>
    /// <param name="wanted">The requested number of rounds.</param>
    /// <param name="endedEarly">Whether the last round was interrupted, or stopped at its first failure.</param>
    internal RepeatOverview(Selection selection, IReadOnlyList<RunRound> rounds, int wanted, bool endedEarly)
    {
        this.rounds = rounds;
        this.wanted = wanted;

        // A scenario that a stopped round did not reach has no result.
        var whole = rounds.SkipLast(endedEarly ? 1 : 0).Select(round => round.Run.Scenarios.ToList()).ToList();
        var cut = endedEarly ? rounds[^1].Run.Scenarios.Where(result => result.Outcome != ScenarioOutcome.Unfinished).ToList() : [];
        scenarios =
        [
            .. selection.Scenarios.Select(known =>
            {
                ScenarioResult? In(List<ScenarioResult> results) => results.Find(result => RunChecks.IsSame(known, result));
                List<ScenarioResult?> results = [.. whole.Select(In)];
                if (In(cut) is { } last)
                {
                    results.Add(last);
                }

                return new RepeatedScenario($"{known.Feature} › {known.Name}", results);
            }).Where(scenario => scenario.Results.Count > 0),
        ];
    }

    internal IEnumerable<RepeatedScenario> Flaky => scenarios.Where(scenario => scenario.IsFlaky);

    internal IEnumerable<RepeatedScenario> Failed => scenarios.Where(scenario => scenario.IsFailed);

    /// <summary>One of <see cref="ExitCode"/>: that of the rounds, but never success if a scenario is flaky.</summary>
    internal int ExitCodeOfAll
    {
        get
        {
            var codes = rounds.Select(round => round.ExitCode).ToList();
            return codes.Contains(ExitCode.Interrupted) ? ExitCode.Interrupted
                : codes.TrueForAll(code => code == ExitCode.Green) && !Flaky.Any() ? ExitCode.Green
                : codes.TrueForAll(code => code is ExitCode.Green or ExitCode.Environment) && codes.Contains(ExitCode.Environment) ? ExitCode.Environment
                : ExitCode.Failed;
        }
    }

    internal IEnumerable<(string Text, Tone Tone)> Lines(Func<RunFolder, string> display)
    {
        yield return (rounds.Count == wanted ? $"{wanted} rounds:" : $"{rounds.Count} of {wanted} rounds:", Tone.Heading);
        for (var index = 0; index < rounds.Count; index++)
        {
            var round = rounds[index];
            var summary = RunSummary.Of(round.Run);
            var end = summary.Unfinished.Count > 0 ? ""
                : round.ExitCode == ExitCode.Interrupted ? ", interrupted"
                : summary.IsGreen || summary.Failed > 0 ? "" : ", incomplete";
            yield return (
                $"  round {index + 1}: {CountText.Of(summary)}{end} in {ClockText.Of(summary.Duration)}"
                + $"  {display(round.Folder)}",
                round.ExitCode == ExitCode.Green ? Tone.Good : Tone.Bad);
        }

        foreach (var line in Group("Flaky (results vary):", Flaky).Concat(Group("Never passed:", Failed)))
        {
            yield return line;
        }

        var flaky = Flaky.Count();
        var same = scenarios.Count - flaky;
        yield return ("", Tone.Plain);
        yield return (
            $"{CountText.Of(same, "scenario")} with the same result every time, {flaky} flaky, {Failed.Count()} never passed",
            ExitCodeOfAll == ExitCode.Green ? Tone.Good : Tone.Bad);
    }

    private static IEnumerable<(string Text, Tone Tone)> Group(string heading, IEnumerable<RepeatedScenario> members)
    {
        var first = true;
        foreach (var scenario in members)
        {
            if (first)
            {
                yield return ("", Tone.Plain);
                yield return (heading, Tone.Bad);
                first = false;
            }

            yield return ($"  {scenario.Name}: {scenario.Rounds}", Tone.Bad);
            if (scenario.FirstCause is { } cause)
            {
                yield return ($"    {cause}", Tone.Plain);
            }
        }
    }
}
