using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>Shows nothing, for runs that are displayed elsewhere or end immediately.</summary>
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
