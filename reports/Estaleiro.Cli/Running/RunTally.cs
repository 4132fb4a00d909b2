using Estaleiro.Contract;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>Tracks the progress of a run.</summary>
/// <param name="total">The number of selected scenarios.</param>
/// <param name="time">The clock.</param>
internal sealed class RunTally(int total, TimeProvider time)
{
    private readonly long began = time.GetTimestamp();
    private readonly Dictionary<string, RunningScenario> running = new(StringComparer.Ordinal);

    // Grouped by feature: its scenarios run in sequence, and titles of examples differ between messages and catalogue.
    private readonly Dictionary<string, List<RunningWait>> waits = new(StringComparer.Ordinal);

    /// <summary>The number of selected scenarios.</summary>
    internal int Total { get; } = total;

    internal int Passed { get; private set; }

    internal int Failed { get; private set; }

    internal int Skipped { get; private set; }

    internal int Done => Passed + Failed + Skipped;

    /// <summary>The number of scenarios that have not started.</summary>
    internal int Waiting => Math.Max(0, Total - Done - running.Count);

    internal TimeSpan Elapsed => time.GetElapsedTime(began);

    /// <summary>The running scenarios, longest running first.</summary>
    internal IEnumerable<RunningScenario> Running => running.Values
        .Select(scenario => scenario with { Wait = waits.GetValueOrDefault(scenario.Scenario.Feature)?.LastOrDefault() })
        .OrderBy(scenario => scenario.Since);

    /// <summary>Records a notice of the test process that a wait is long, or over.</summary>
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
                // The messages about a scenario may arrive after the notice.
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
