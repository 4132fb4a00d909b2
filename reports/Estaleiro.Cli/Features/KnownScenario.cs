namespace Estaleiro.Cli.Features;

/// <summary>A scenario, or one example of an outline, from a feature file.</summary>
/// <param name="Path">The feature file, relative to the clone, with forward slashes.</param>
/// <param name="Line">The scenario's line; for an example, the line of its row.</param>
/// <param name="Feature">The feature's title.</param>
/// <param name="Rule">The rule's title, or null.</param>
/// <param name="Name">The scenario's title, with an example's values filled in.</param>
/// <param name="Tags">All its tags, including inherited ones, with the at sign.</param>
internal sealed record KnownScenario(string Path, int Line, string Feature, string? Rule, string Name, IReadOnlyList<string> Tags)
{
    /// <summary>The title as written. All examples of an outline share it.</summary>
    internal string Title { get; init; } = Name;

    /// <summary>Its snapshot, relative to the clone, without <c>.verified.yaml</c>; null for a translation, which has none of its own.</summary>
    internal string? Snapshot { get; init; }

    /// <summary>The example's values; empty for a plain scenario.</summary>
    internal IReadOnlyList<string> Values { get; init; } = [];
}
