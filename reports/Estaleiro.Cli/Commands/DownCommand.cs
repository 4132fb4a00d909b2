using System.CommandLine;
using Estaleiro.Clusters;

namespace Estaleiro.Cli.Commands;

/// <summary><c>down</c>: takes down what <c>up</c> started.</summary>
internal sealed class DownCommand
{
    internal DownCommand(CliServices services)
    {
        var name = new NameOfCluster("Which one (default: the only one).");
        var all = new Option<bool>("--all") { Description = "All of them." };
        Command = new Command("down", "Takes down clusters that 'up' started.") { name.Argument, name.Option, all };
        Command.Validators.Add(name.Validate);
        Command.Validators.Add(result =>
        {
            if (result.GetValue(all) && (result.GetValue(name.Option) ?? result.GetValue(name.Argument)) is not null)
            {
                result.AddError("A name and --all do not go together.");
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
                services.Output.Line("No cluster is up.");
                return ExitCode.Green;
            }

            throw CliException.Usage(names.Length == 0 ? $"There is no cluster '{name}': none is up." : $"There is no cluster '{name}'. Up are {names}.");
        }

        if (chosen.Count > 1 && !all)
        {
            throw CliException.Usage($"Several clusters are up: {names}. Say which, or --all.");
        }

        foreach (var cluster in chosen)
        {
            await services.KeptClusters.RemoveAsync(cluster.Name, cancellationToken);
            services.Output.Line($"'{cluster.Name}' is down.");
        }

        return ExitCode.Green;
    }
}
