namespace Estaleiro.Gherkin;

/// <summary>A rule as its feature file states it.</summary>
public class RuleInfo
{
    internal RuleInfo(string title, string description, string[] tags)
    {
        Title = title;
        Description = description;
        Tags = tags;
    }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>The free text under the title, empty if there is none.</summary>
    public string Description { get; }

    /// <summary>The rule's own tags, without the at sign.</summary>
    public string[] Tags { get; }
}
