using System.CommandLine;
using Estaleiro.Cli.Running;

namespace Estaleiro.Cli.Commands;

/// <summary>The options of <c>run</c> that say how scenarios are carried out, not which.</summary>
internal sealed class ExecutionOptions
{
    private readonly Option<bool> dryRun = new("--dry-run")
    {
        Description = "Only checks that every step of the selected scenarios has its code; starts nothing.",
    };

    internal IReadOnlyList<Option> All => [dryRun];

    internal RunOptions Apply(RunOptions options, ParseResult parsed) => options with { DryRun = parsed.GetValue(dryRun) };
}
