using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>Shows the progress of a run.</summary>
internal interface IRunDisplay
{
    /// <summary>Called for each event of a scenario.</summary>
    void Show(RunEvent happening, RunTally tally);

    /// <summary>Called when the test process reports what it is doing, such as starting a cluster.</summary>
    void Progress(string line);

    /// <summary>Called periodically.</summary>
    void Tick(RunTally tally);
}
