using System.Diagnostics;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>How far a run is.</summary>
internal sealed class RunTally(int total)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Dictionary<string, RunningScenario> running = new(StringComparer.Ordinal);

    /// <summary>How many scenarios were selected.</summary>
    internal int Total { get; } = total;

    internal int Passed { get; private set; }

    internal int Failed { get; private set; }

    internal int Skipped { get; private set; }

    internal int Done => Passed + Failed + Skipped;

    /// <summary>How many have neither ended nor begun.</summary>
    internal int Waiting => Math.Max(0, Total - Done - running.Count);

    internal TimeSpan Elapsed => clock.Elapsed;

    /// <summary>What runs now, the longest running first.</summary>
    internal IEnumerable<RunningScenario> Running => running.Values.OrderBy(scenario => scenario.Since);

    internal void Count(RunEvent happening)
    {
        switch (happening.Kind)
        {
            case RunEventKind.ScenarioStarted:
                running[happening.Id] = new RunningScenario(happening.Scenario, null, Elapsed);
                break;
            case RunEventKind.StepStarted when running.TryGetValue(happening.Id, out var current):
                // What the messages say of a scenario may come after its start.
                running[happening.Id] = current with { Scenario = happening.Scenario, Step = happening.Step };
                break;
            case RunEventKind.ScenarioFinished:
                running.Remove(happening.Id);
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
