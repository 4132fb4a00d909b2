using Estaleiro.Contract;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>How far a run is.</summary>
/// <param name="total">How many scenarios were selected.</param>
/// <param name="time">The clock.</param>
internal sealed class RunTally(int total, TimeProvider time)
{
    private readonly long began = time.GetTimestamp();
    private readonly Dictionary<string, RunningScenario> running = new(StringComparer.Ordinal);

    // By feature: its scenarios run one after the other, and an outline's examples have other titles in the messages than here.
    private readonly Dictionary<string, List<RunningWait>> waits = new(StringComparer.Ordinal);

    /// <summary>How many scenarios were selected.</summary>
    internal int Total { get; } = total;

    internal int Passed { get; private set; }

    internal int Failed { get; private set; }

    internal int Skipped { get; private set; }

    internal int Done => Passed + Failed + Skipped;

    /// <summary>How many have neither ended nor begun.</summary>
    internal int Waiting => Math.Max(0, Total - Done - running.Count);

    internal TimeSpan Elapsed => time.GetElapsedTime(began);

    /// <summary>What runs now, the longest running first.</summary>
    internal IEnumerable<RunningScenario> Running => running.Values
        .Select(scenario => scenario with { Wait = waits.GetValueOrDefault(scenario.Scenario.Feature)?.LastOrDefault() })
        .OrderBy(scenario => scenario.Since);

    /// <summary>Takes in what the test process says of a wait: that it lasts, or is over.</summary>
    internal void Count(WaitNotice notice)
    {
        if (!waits.TryGetValue(notice.Feature, out var all))
        {
            waits.Add(notice.Feature, all = []);
        }

        if (notice.After is null)
        {
            all.Add(new(notice.Awaited, Elapsed));
        }
        else if (all.FindIndex(wait => wait.Awaited == notice.Awaited) is >= 0 and var index)
        {
            all.RemoveAt(index);
        }
    }

    internal void Count(RunEvent happening)
    {
        switch (happening.Kind)
        {
            case RunEventKind.ScenarioStarted:
                running[happening.Id] = new RunningScenario(happening.Scenario, null, Elapsed, null);
                break;
            case RunEventKind.StepStarted when running.TryGetValue(happening.Id, out var current):
                // What the messages say of a scenario may come after its start.
                running[happening.Id] = current with { Scenario = happening.Scenario, Step = happening.Step };
                break;
            case RunEventKind.ScenarioFinished:
                running.Remove(happening.Id);
                waits.Remove(happening.Scenario.Feature);
                switch (happening.Scenario.Outcome)
                {
                    case ScenarioOutcome.Passed:
                        Passed++;
                        break;
                    case ScenarioOutcome.Skipped:
                        Skipped++;
                        break;
                    default:
                        Failed++;
                        break;
                }

                break;
        }
    }
}
