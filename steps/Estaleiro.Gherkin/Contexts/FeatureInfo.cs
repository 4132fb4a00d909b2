using System.Globalization;

namespace Estaleiro.Gherkin;

/// <summary>A feature as its file states it.</summary>
public class FeatureInfo
{
    internal FeatureInfo(CultureInfo language, string folderPath, string title, string description, string[] tags)
    {
        Language = language;
        FolderPath = folderPath;
        Title = title;
        Description = description;
        Tags = tags;
    }

    /// <summary>The feature's tags, without the at sign.</summary>
    public string[] Tags { get; }

    /// <summary>The feature file's folder, with forward slashes, relative to the project that runs it.</summary>
    public string FolderPath { get; }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>The free text under the title, empty if there is none.</summary>
    public string Description { get; }

    /// <summary>The feature's language as a culture.</summary>
    public CultureInfo Language { get; }
}
