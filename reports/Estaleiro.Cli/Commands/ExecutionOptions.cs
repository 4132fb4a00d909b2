using System.CommandLine;
using System.CommandLine.Parsing;
using Estaleiro.Cli.Running;

namespace Estaleiro.Cli.Commands;

/// <summary>The options of <c>run</c> that control how scenarios are run.</summary>
internal sealed class ExecutionOptions
{
    private readonly Option<bool> dryRun = new("--dry-run")
    {
        Description = "Only check that every step of the selected scenarios has a definition; starts nothing.",
    };

    private readonly Option<string?> workshop = new("--workshop")
    {
        HelpName = "feature",
        Description = "One step per key press: s opens a shell, b repeats a step, n skips the scenario, q quits. One feature, or all.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> keep = new("--keep")
    {
        Description = "Keep the clusters and namespaces of failed scenarios, and print how to reach and remove them.",
    };

    internal IReadOnlyList<Option> All => [dryRun, workshop, keep];

    internal RunOptions Apply(RunOptions options, ParseResult parsed) => options with
    {
        DryRun = parsed.GetValue(dryRun),
        Keep = parsed.GetValue(keep),
        Workshop = parsed.GetResult(workshop) is not null,
        Features = parsed.GetValue(workshop) is { } feature ? [.. options.Features, feature] : options.Features,
    };

    /// <summary>Rejects contradictory options.</summary>
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
                result.AddError($"--workshop cannot be combined with {other}: it runs one scenario at a time, as often as the presenter wants.");
            }
        }
    }
}
