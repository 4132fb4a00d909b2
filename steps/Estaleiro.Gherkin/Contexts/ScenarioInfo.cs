using System.Collections.Specialized;

namespace Estaleiro.Gherkin;

/// <summary>A scenario as its feature file states it.</summary>
public class ScenarioInfo
{
    internal ScenarioInfo(string title, string description, string[] tags, IOrderedDictionary arguments, string[] inheritedTags)
    {
        Title = title;
        Description = description;
        Tags = tags;
        Arguments = arguments;
        CombinedTags = [.. tags, .. inheritedTags];
    }

    /// <summary>The title; an outline's keeps its placeholders.</summary>
    public string Title { get; }

    /// <summary>The free text under the title, empty if there is none.</summary>
    public string Description { get; }

    /// <summary>The scenario's own tags and those of its examples, without the at sign.</summary>
    public string[] Tags { get; }

    /// <summary><see cref="Tags"/> and those of the feature and the rule.</summary>
    public string[] CombinedTags { get; }

    /// <summary><see cref="CombinedTags"/> under its older name.</summary>
    public string[] ScenarioAndFeatureTags => CombinedTags;

    /// <summary>The cells of the example that runs, by column; empty for a plain scenario.</summary>
    public IOrderedDictionary Arguments { get; }
}
