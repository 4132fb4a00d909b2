namespace Estaleiro.Reports.Coverage;

/// <summary>A scenario or an outline, with the upstream tests that it claims to cover.</summary>
/// <param name="Feature">The feature's title.</param>
/// <param name="Title">The scenario's title.</param>
/// <param name="Component">The component the feature belongs to.</param>
/// <param name="Uri">The feature file.</param>
/// <param name="Line">The line of the title.</param>
/// <param name="Upstream">The codenames in the comments above it, each with its line.</param>
public sealed record CoveringScenario(
    string Feature, string Title, string Component, string Uri, long Line, IReadOnlyList<(long Line, string Codename)> Upstream)
{
    /// <summary>Path and line, as editors open them.</summary>
    public string Location => $"{Uri}:{Line}";
}
