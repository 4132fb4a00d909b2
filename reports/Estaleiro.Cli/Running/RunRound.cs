using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>One round of the selected scenarios.</summary>
/// <param name="Run">The run, read from its messages.</param>
/// <param name="Folder">Where its results are.</param>
/// <param name="ExitCode">One of <see cref="Cli.ExitCode"/>.</param>
internal sealed record RunRound(TestRun Run, RunFolder Folder, int ExitCode);
