using System.CommandLine;
using Estaleiro.Cli.Running;

namespace Estaleiro.Cli.Commands;

/// <summary><c>report outages</c>: writes the matrix of components and capabilities from the snapshots.</summary>
internal sealed class OutagesCommand
{
    internal OutagesCommand(CliServices services)
    {
        Command = new Command("outages", "Writes the matrix of outages and the workshop's answers from the snapshots in features/12-outages.");
        Command.SetAction((_, cancellationToken) => WriteAsync(services, cancellationToken));
    }

    internal Command Command { get; }

    private static async Task<int> WriteAsync(CliServices services, CancellationToken cancellationToken)
    {
        var repository = services.FindRepository();
        try
        {
            var pages = await OutagePages.OfAsync(repository, cancellationToken);
            var matrix = Path.Combine(repository.Features, OutagePages.Folder, "README.md");
            if (!pages.ContainsKey(matrix))
            {
                throw CliException.Usage(
                    $"{repository.Display(Path.GetDirectoryName(matrix)!)} has no snapshots. Run its features, then ./run.sh accept.");
            }

            foreach (var (path, text) in pages)
            {
                await File.WriteAllTextAsync(path, text, cancellationToken);
                services.Output.Line($"Written: {repository.Display(path)}");
            }

            return ExitCode.Green;
        }
        catch (InvalidDataException exception)
        {
            throw CliException.Usage(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Environment($"Cannot write the pages: {exception.Message}", exception);
        }
    }
}
