using System.Xml;
using Estaleiro.Cli.Terminal;
using Estaleiro.Reports.Bindings;
using Estaleiro.Specs.Catalog;

namespace Estaleiro.Cli.Running;

/// <summary>The steps of a clone, read from their build output; builds it first if it is missing or older than a source.</summary>
internal sealed class KnownSteps(Repository repository, CliServices services)
{
    private string Assembly => Path.Combine(repository.SpecBuild, "Estaleiro.Steps.dll");

    /// <summary>The steps, with examples from those features that can be read.</summary>
    /// <exception cref="CliException">The steps do not compile, or the build output cannot be read.</exception>
    internal async Task<IReadOnlyList<BoundStep>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (IsStale)
            {
                services.Error.Line("Building the steps …", Tone.Quiet);
                await new SpecBuild(repository, services.Processes, services.Error).BuildAsync(verbose: false, cancellationToken);
            }

            var features = await FeatureCatalog.LoadAsync(repository.Features, repository.Root, cancellationToken);
            return StepCatalog.Read(Assembly, repository.Steps, features.Features.Select(feature => feature.Document));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException or XmlException)
        {
            throw CliException.Environment(
                $"Cannot read the steps: {exception.Message} Build them again: dotnet build {repository.Display(repository.Steps)} --no-incremental", exception);
        }
    }

    /// <summary>A build takes much longer than reading its output, so there is none unless a source is newer.</summary>
    private bool IsStale
    {
        get
        {
            var built = new FileInfo(Assembly);
            return !built.Exists || new DirectoryInfo(repository.Steps).EnumerateDirectories()
                .Where(folder => folder.Name is not ("bin" or "obj"))
                .SelectMany(folder => folder.EnumerateFiles("*.cs", SearchOption.AllDirectories))
                .Any(source => source.LastWriteTimeUtc > built.LastWriteTimeUtc);
        }
    }
}
