using Io.Cucumber.Messages.Types;

namespace Estaleiro.Specs.Parsing;

/// <summary>Comments by what they stand above: a file's comments know only their line.</summary>
internal static class FeatureComments
{
    /// <summary>The comments in the lines right above a line, without the hash, from top to bottom.</summary>
    public static IReadOnlyList<string> Above(long line, GherkinDocument document)
    {
        var byLine = document.Comments.ToDictionary(comment => comment.Location.Line, comment => comment.Text.Trim().TrimStart('#').Trim());
        var found = new List<string>();
        while (byLine.TryGetValue(--line, out var text))
        {
            found.Insert(0, text);
        }

        return found;
    }

    /// <summary>Those above a scenario, or above its tags.</summary>
    public static IReadOnlyList<string> Above(Scenario scenario, GherkinDocument document) =>
        Above(scenario.Tags.Select(tag => tag.Location.Line).Append(scenario.Location.Line).Min(), document);
}
