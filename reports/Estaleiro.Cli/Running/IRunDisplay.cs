using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>Shows a run while it goes on.</summary>
internal interface IRunDisplay
{
    /// <summary>Something happened to a scenario.</summary>
    void Show(RunEvent happening, RunTally tally);

    /// <summary>The test process said what it is doing: a cluster's start, mostly.</summary>
    void Progress(string line);

    /// <summary>Time went by.</summary>
    void Tick(RunTally tally);
}
