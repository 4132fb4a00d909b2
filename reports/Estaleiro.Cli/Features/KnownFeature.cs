namespace Estaleiro.Cli.Features;

/// <summary>A feature file.</summary>
/// <param name="Path">The file, relative to the clone, with forward slashes.</param>
/// <param name="Title">The feature's title.</param>
/// <param name="Tags">The feature's own tags.</param>
/// <param name="Scenarios">Its scenarios, with one entry per example of an outline, in file order.</param>
internal sealed record KnownFeature(string Path, string Title, IReadOnlyList<string> Tags, IReadOnlyList<KnownScenario> Scenarios)
{
    /// <summary>Why its snapshots cannot be found, with the line; null if they can.</summary>
    internal string? FileProblem { get; init; }
}
