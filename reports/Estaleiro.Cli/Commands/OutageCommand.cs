using System.CommandLine;
using Estaleiro.Cli.Outages;
using Estaleiro.Clusters;

namespace Estaleiro.Cli.Commands;

/// <summary><c>outage</c>: takes a component of a kept cluster down, and shows what stops.</summary>
internal sealed class OutageCommand
{
    internal OutageCommand(CliServices services, IOutages outages)
    {
        var component = new Argument<string>("component") { Description = $"What to take down: {string.Join(", ", outages.Components)}." };
        component.AcceptOnlyFromAmong([.. outages.Components]);
        var name = new Option<string?>("--name") { HelpName = "name", Description = "The cluster (default: the only one)." };
        var seconds = OptionParsers.WholeNumber("--seconds", "n", 1, "Put it back after that time (default: at any key).");
        Command = new Command("outage", "Takes a component of a cluster of 'up' down, shows what stops, and puts it back.")
        {
            component, name, seconds,
        };
        Command.SetAction(async (parsed, cancellationToken) =>
        {
            TimeSpan? limit = parsed.GetValue(seconds) is { } given ? TimeSpan.FromSeconds(given) : null;
            if (limit is null && !services.Keyboard.IsThere)
            {
                throw CliException.Usage("Without a terminal there are no keys: say with --seconds how long the outage lasts.");
            }

            var cluster = await ChooseAsync(services, parsed.GetValue(name), cancellationToken);
            var session = new OutageSession(services, outages);
            return await session.RunAsync(cluster, parsed.GetRequiredValue(component), limit, cancellationToken);
        });
    }

    internal Command Command { get; }

    // Only clusters of 'up': nobody else's may be broken.
    private static async Task<KeptCluster> ChooseAsync(CliServices services, string? name, CancellationToken cancellationToken)
    {
        var running = (await services.KeptClusters.ListAsync(cancellationToken)).Where(cluster => cluster.IsRunning).ToList();
        var names = string.Join(", ", running.Select(cluster => cluster.Name));
        return running.Where(cluster => name is null || cluster.Name == name).ToList() switch
        {
            [var only] => only,
            _ when running.Count == 0 => throw CliException.Usage("No cluster is running. Start one: ./run.sh up"),
            [] => throw CliException.Usage($"Unknown cluster '{name}'. Running: {names}."),
            _ => throw CliException.Usage($"Several clusters are running: {names}. Choose one with --name."),
        };
    }
}
