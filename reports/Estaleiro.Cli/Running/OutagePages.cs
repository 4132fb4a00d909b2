using Estaleiro.Reports.Outages;
using Estaleiro.Specs.Catalog;

namespace Estaleiro.Cli.Running;

/// <summary>The pages of a clone that are written from the outages' snapshots.</summary>
internal static class OutagePages
{
    /// <summary>The folder of the outages' features and snapshots, in the folder of features.</summary>
    internal const string Folder = "12-outages";

    private static readonly (string Path, bool Portuguese)[] Workshop =
    [
        ("workshop/en/outages.md", false),
        ("workshop/pt/fora-do-ar.md", true),
    ];

    /// <summary>The pages, by full path, as they must be. The matrix is among them only if there are snapshots.</summary>
    /// <exception cref="InvalidDataException">A snapshot is no row of the matrix; the message says why.</exception>
    /// <exception cref="IOException">Reading failed.</exception>
    internal static async Task<IReadOnlyDictionary<string, string>> OfAsync(Repository repository, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(repository.Features, Folder);
        var rows = OutageSnapshots.Read(folder);
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        if (rows.Count > 0)
        {
            var catalog = await FeatureCatalog.LoadAsync(folder, repository.Root, cancellationToken);
            var descriptions = catalog.Features.ToDictionary(
                feature => Path.GetFileNameWithoutExtension(feature.Path), feature => feature.Description);
            pages[Path.Combine(folder, "README.md")] = OutagePage.Of(
                [.. rows.Select(row => (descriptions.GetValueOrDefault(row.Feature, ""), row.Row))]);
        }

        var matrix = new OutageMatrix([.. rows.Select(row => row.Row)]);
        foreach (var (name, portuguese) in Workshop)
        {
            var path = Path.Combine(repository.Features, name);
            if (File.Exists(path))
            {
                var page = (await File.ReadAllTextAsync(path, cancellationToken)).ReplaceLineEndings("\n");
                pages[path] = OutagePage.FillAnswers(page, matrix, portuguese);
            }
        }

        return pages;
    }
}
