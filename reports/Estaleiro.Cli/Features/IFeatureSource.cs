namespace Estaleiro.Cli.Features;

/// <summary>Reads feature files and tag expressions.</summary>
internal interface IFeatureSource
{
    /// <summary>All features of a clone, by path.</summary>
    /// <exception cref="CliException">A file cannot be parsed or read; one line for each error.</exception>
    Task<IReadOnlyList<KnownFeature>> LoadAsync(Repository repository, CancellationToken cancellationToken);

    /// <summary>Reads a tag expression.</summary>
    /// <exception cref="CliException">The expression is malformed; the line says where.</exception>
    TagFilter ParseTags(string expression);
}
