namespace Estaleiro.Cli.Features;

/// <summary>A scenario, or one example of an outline, as the feature files hold it.</summary>
/// <param name="Path">The feature file, relative to the clone, with forward slashes.</param>
/// <param name="Line">The scenario's line; of an example, its row's.</param>
/// <param name="Feature">The feature's title.</param>
/// <param name="Rule">The rule's title, or null.</param>
/// <param name="Name">The scenario's title, an example's values filled in.</param>
/// <param name="Tags">All its tags with the at sign, inherited ones included.</param>
internal sealed record KnownScenario(string Path, int Line, string Feature, string? Rule, string Name, IReadOnlyList<string> Tags)
{
    /// <summary>The title as it is written; examples of one outline share it.</summary>
    internal string Title { get; init; } = Name;

    /// <summary>The values of the example that it is; none for a plain scenario.</summary>
    internal IReadOnlyList<string> Values { get; init; } = [];
}
