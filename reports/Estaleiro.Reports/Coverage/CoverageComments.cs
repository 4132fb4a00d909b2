using System.Globalization;
using Estaleiro.Reports.Model;
using Io.Cucumber.Messages.Types;

namespace Estaleiro.Reports.Coverage;

/// <summary>
/// Finds the upstream tests that a feature file's scenarios cover: comments <c># upstream: CODENAME</c> directly above a scenario's tags,
/// or above its title if it has no tags.
/// </summary>
internal static class CoverageComments
{
    private const string Mark = "upstream:";

    /// <summary>The file's scenarios, and a line for each such comment in another place.</summary>
    internal static (IReadOnlyList<CoveringScenario> Scenarios, IReadOnlyList<string> Problems) Read(GherkinDocument document)
    {
        if (document.Feature is not { } feature)
        {
            return ([], []);
        }

        var comments = (document.Comments ?? []).ToDictionary(comment => comment.Location.Line, comment => comment.Text.Trim().TrimStart('#').Trim());
        var uri = document.Uri ?? "";
        var scenarios = ScenariosOf(feature).Select(scenario => new CoveringScenario(
            feature.Name, scenario.Name, ComponentName.Of(uri), uri, scenario.Location.Line, [.. Above(scenario, comments)])).ToList();
        var read = scenarios.SelectMany(scenario => scenario.Upstream).Select(claim => claim.Line).ToHashSet();
        var problems = comments.Where(comment => IsMarked(comment.Value) && !read.Contains(comment.Key)).OrderBy(comment => comment.Key)
            .Select(comment => string.Create(
                CultureInfo.InvariantCulture, $"{uri}:{comment.Key}: '# {Mark}' must be directly above a scenario's tags, followed by a codename."));
        return (scenarios, [.. problems]);
    }

    private static IEnumerable<Scenario> ScenariosOf(Feature feature) => (feature.Children ?? [])
        .SelectMany(child => (child.Rule?.Children ?? []).Select(inner => inner.Scenario).Prepend(child.Scenario))
        .OfType<Scenario>();

    private static Stack<(long Line, string Codename)> Above(Scenario scenario, Dictionary<long, string> comments)
    {
        var line = (scenario.Tags ?? []).Select(tag => tag.Location.Line).Append(scenario.Location.Line).Min() - 1;
        var claims = new Stack<(long Line, string Codename)>();
        for (; comments.TryGetValue(line, out var text); line--)
        {
            if (IsMarked(text) && text[Mark.Length..].Trim() is { Length: > 0 } codename)
            {
                claims.Push((line, codename));
            }
        }

        return claims;
    }

    private static bool IsMarked(string text) => text.StartsWith(Mark, StringComparison.OrdinalIgnoreCase);
}
