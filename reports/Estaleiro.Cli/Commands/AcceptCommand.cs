using System.CommandLine;
using Estaleiro.Specs.Snapshots;

namespace Estaleiro.Cli.Commands;

/// <summary><c>accept</c>: replaces snapshots with the received ones of the last runs.</summary>
internal sealed class AcceptCommand
{
    internal AcceptCommand(CliServices services)
    {
        Command = new Command("accept", "Accepts received outcomes as the new snapshots.");
        Command.SetAction((_, cancellationToken) => AcceptAsync(services, cancellationToken));
    }

    internal Command Command { get; }

    private static async Task<int> AcceptAsync(CliServices services, CancellationToken cancellationToken)
    {
        var repository = services.FindRepository();
        try
        {
            var accepted = await SnapshotAcceptance.AcceptAsync(repository.Features, cancellationToken);
            foreach (var path in accepted)
            {
                services.Output.Line($"accepted {repository.Display(path)}");
            }

            services.Output.Line(accepted.Count switch
            {
                0 => "Nothing to accept: there is no .received. file in features/.",
                1 => "1 snapshot accepted. Review it before you commit it.",
                var count => $"{count} snapshots accepted. Review them before you commit them.",
            });
            return ExitCode.Green;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Environment($"Cannot write a snapshot: {exception.Message}", exception);
        }
    }
}
