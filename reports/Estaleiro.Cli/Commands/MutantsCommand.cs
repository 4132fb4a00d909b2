using System.CommandLine;
using Estaleiro.Cli.Mutants;

namespace Estaleiro.Cli.Commands;

/// <summary><c>mutants</c>: breaks clusters on purpose, and shows which scenarios notice.</summary>
internal sealed class MutantsCommand
{
    internal MutantsCommand(CliServices services, SharedOptions shared)
    {
        var names = new Option<string[]>("--mutant", "-m")
        {
            HelpName = "name",
            Description = "Only this mutant: a file of fixtures/mutants, without extension. May be repeated.",
        };
        var components = new Option<string[]>("--component") { HelpName = "component", Description = "Only mutants of this component. May be repeated." };
        var shard = SelectionOptions.ShardOption("Run only every n-th mutant, to spread them over n machines.");
        var all = new Option<bool>("--all-scenarios")
        {
            Description = "Run every scenario of the component on every mutant, for the whole matrix. Otherwise a mutant's run ends with its first failure.",
        };
        var since = new Option<string?>("--since") { HelpName = "revision", Description = "Only mutants that changed since this revision of git, or whose features or steps did." };
        var again = new Option<bool>("--again") { Description = "Also run mutants that have a result in reports/out/mutants." };
        var accept = new Option<bool>("--accept") { Description = "Write the results to fixtures/mutants/baseline.json, and features/what-turns-it-red.md from them." };
        var limit = OptionParsers.WholeNumber("--limit", "seconds", 10, "How long one mutant may take (default: 300).");
        var parallel = OptionParsers.WholeNumber("--parallel", "n", 1, "How many mutants run at the same time (default: 1).");
        var image = new Option<string?>("--image") { HelpName = "name:tag", Description = "The image of the nodes." };
        var scale = OptionParsers.Factor("--timeout-scale", "x", "Multiply every time limit of the scenarios.");
        Command = new Command("mutants", "Runs the specs on clusters with one thing broken each, and shows which faults they notice.")
        {
            names, components, shard, all, since, again, accept, limit, parallel, image, scale, shared.Yes,
        };
        Command.SetAction((parsed, cancellationToken) => new MutantsHandler(
            services,
            new()
            {
                Names = parsed.GetValue(names) ?? [],
                Components = parsed.GetValue(components) ?? [],
                Shard = parsed.GetValue(shard),
                AllScenarios = parsed.GetValue(all),
                Since = parsed.GetValue(since),
                Again = parsed.GetValue(again),
                Accept = parsed.GetValue(accept),
                Limit = TimeSpan.FromSeconds(parsed.GetValue(limit) ?? new MutantsOptions().Limit.TotalSeconds),
                Parallel = parsed.GetValue(parallel) ?? 1,
                Image = parsed.GetValue(image),
                TimeoutScale = parsed.GetValue(scale),
                Yes = shared.IsYes(parsed),
            }).RunAsync(cancellationToken));
    }

    internal Command Command { get; }
}
