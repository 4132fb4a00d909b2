using System.CommandLine;
using Estaleiro.Cli.Snapshots;
using Estaleiro.Cli.Terminal;
using Estaleiro.Specs.Snapshots;

namespace Estaleiro.Cli.Commands;

/// <summary><c>accept</c>: replaces snapshots with the outcomes that the last run received.</summary>
internal sealed class AcceptCommand
{
    internal AcceptCommand(CliServices services)
    {
        Command = new Command("accept", "Accepts the outcomes that the last run received as the new snapshots.");
        Command.SetAction((_, cancellationToken) => AcceptAsync(services, cancellationToken));
    }

    internal Command Command { get; }

    private static async Task<int> AcceptAsync(CliServices services, CancellationToken cancellationToken)
    {
        var repository = services.FindRepository();
        try
        {
            repository = repository.With(LastSpecs.Read(repository));
            var files = new SnapshotFiles(repository, await services.Features.LoadAsync(repository, cancellationToken));
            var (acceptable, others) = files.OfLastRun();
            foreach (var (file, reason) in others)
            {
                services.Output.Line($"left out {file}: {reason}", Tone.Warning);
            }

            var accepted = SnapshotAcceptance.Accept(acceptable.Select(file => Path.Combine(repository.FeaturesRoot, file)));
            foreach (var path in accepted)
            {
                services.Output.Line($"accepted {repository.FeaturePath(path)}");
            }

            services.Output.Line(accepted.Count switch
            {
                0 => "Nothing to accept: the last run received no other outcome than the snapshots.",
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
