using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>One go through the selected scenarios.</summary>
/// <param name="Run">What its messages tell.</param>
/// <param name="Folder">Where its results are.</param>
/// <param name="ExitCode">How it ended, one of <see cref="Cli.ExitCode"/>.</param>
internal sealed record RunRound(TestRun Run, RunFolder Folder, int ExitCode);
