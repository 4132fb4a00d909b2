using Estaleiro.Cli.Running;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Mutants;

/// <summary>Shows nothing, and ends a run as soon as a scenario has failed: that is all one wants to know of a mutant.</summary>
internal sealed class FirstFailure(CancellationTokenSource run) : IRunDisplay
{
    public void Show(RunEvent happening, RunTally tally)
    {
        if (happening is { Kind: RunEventKind.ScenarioFinished, Scenario.Outcome: ScenarioOutcome.Failed })
        {
            run.Cancel();
        }
    }

    public void Progress(string line)
    {
    }

    public void Tick(RunTally tally)
    {
    }
}
