using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>Shows nothing, where a run is told by somebody else or is over at once.</summary>
internal sealed class SilentDisplay : IRunDisplay
{
    public void Show(RunEvent happening, RunTally tally)
    {
    }

    public void Progress(string line)
    {
    }

    public void Tick(RunTally tally)
    {
    }
}
