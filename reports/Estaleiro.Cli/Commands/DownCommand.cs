using System.CommandLine;
using Estaleiro.Clusters;

namespace Estaleiro.Cli.Commands;

/// <summary><c>down</c>: removes clusters that <c>up</c> started.</summary>
internal sealed class DownCommand
{
    internal DownCommand(CliServices services)
    {
        var name = new NameOfCluster("The cluster to remove (default: the only one).");
        var all = new Option<bool>("--all") { Description = "Remove all of them." };
        Command = new Command("down", "Removes clusters that 'up' started.") { name.Argument, name.Option, all };
        Command.Validators.Add(name.Validate);
        Command.Validators.Add(result =>
        {
            if (result.GetValue(all) && (result.GetValue(name.Option) ?? result.GetValue(name.Argument)) is not null)
            {
                result.AddError("Give either a name or --all, not both.");
            }
        });
        Command.SetAction((parsed, cancellationToken) => DownAsync(services, name.Of(parsed), parsed.GetValue(all), cancellationToken));
    }

    internal Command Command { get; }

    private static async Task<int> DownAsync(CliServices services, string? name, bool all, CancellationToken cancellationToken)
    {
        var clusters = await services.KeptClusters.ListAsync(cancellationToken);
        var names = string.Join(", ", clusters.Select(cluster => cluster.Name));
        IReadOnlyList<KeptCluster> chosen = name is null ? clusters : [.. clusters.Where(cluster => cluster.Name == name)];
        if (chosen.Count == 0)
        {
            if (name is null)
            {
                services.Output.Line("No cluster is running.");
                return ExitCode.Green;
            }

            throw CliException.Usage(names.Length == 0 ? $"Unknown cluster '{name}': none is running." : $"Unknown cluster '{name}'. Running: {names}.");
        }

        if (chosen.Count > 1 && !all)
        {
            throw CliException.Usage($"Several clusters are running: {names}. Name one, or use --all.");
        }

        foreach (var cluster in chosen)
        {
            await services.KeptClusters.RemoveAsync(cluster.Name, cancellationToken);
            services.Output.Line($"Removed '{cluster.Name}'.");
        }

        return ExitCode.Green;
    }
}
