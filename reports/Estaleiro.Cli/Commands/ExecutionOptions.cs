using System.CommandLine;
using System.CommandLine.Parsing;
using Estaleiro.Cli.Running;

namespace Estaleiro.Cli.Commands;

/// <summary>The options of <c>run</c> that say how scenarios are carried out, not which.</summary>
internal sealed class ExecutionOptions
{
    private readonly Option<bool> dryRun = new("--dry-run")
    {
        Description = "Only checks that every step of the selected scenarios has its code; starts nothing.",
    };

    private readonly Option<string?> workshop = new("--workshop")
    {
        HelpName = "feature",
        Description = "Step by step, at the press of a key: s opens a shell, b runs a step again, n skips, q ends. One feature or all.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> keep = new("--keep")
    {
        Description = "Leaves clusters and namespaces of failed scenarios, and tells how to get in and how to remove them.",
    };

    internal IReadOnlyList<Option> All => [dryRun, workshop, keep];

    internal RunOptions Apply(RunOptions options, ParseResult parsed) => options with
    {
        DryRun = parsed.GetValue(dryRun),
        Keep = parsed.GetValue(keep),
        Workshop = parsed.GetResult(workshop) is not null,
        Features = parsed.GetValue(workshop) is { } feature ? [.. options.Features, feature] : options.Features,
    };

    /// <summary>Refuses what contradicts itself.</summary>
    internal void Validate(CommandResult result)
    {
        if (result.GetResult(workshop) is null)
        {
            return;
        }

        foreach (var other in (string[])["--dry-run", "--parallel", "--repeat", "--fail-fast"])
        {
            if (result.Children.OfType<OptionResult>().Any(option => option.Option.Name == other && !option.Implicit))
            {
                result.AddError($"--workshop runs one scenario at a time, as often as whoever leads wants; it does not go with {other}.");
            }
        }
    }
}
