using System.Globalization;
using System.Text;

namespace Estaleiro.Specs.Parsing;

/// <summary>The name of a scenario's files: its snapshot and the folder of its evidence. The same on every operating system.</summary>
internal static class ScenarioFileName
{
    /// <summary>What a file's name may not contain on one system or another.</summary>
    private const string Reserved = "<>:\"/\\|?*'";

    /// <summary>The title in Pascal case, and for an example its values: <c>APodReaches(on another node, node1)</c>.</summary>
    /// <param name="title">The scenario's title.</param>
    /// <param name="values">The example's values with commas between them; null for a plain scenario.</param>
    public static string Of(string title, string? values) => values is null
        ? Pascal(title)
        : $"{Pascal(title)}({string.Concat(values.Select(character => IsReserved(character) ? '_' : character))})";

    /// <summary>A title in Pascal case: letters and digits only, each word capitalised.</summary>
    public static string Pascal(string title)
    {
        var name = new StringBuilder();
        var startsWord = true;
        foreach (var character in title)
        {
            if (!char.IsLetterOrDigit(character))
            {
                // An apostrophe is inside a word, not between two.
                startsWord = startsWord || character is not '\'';
                continue;
            }

            name.Append(startsWord ? char.ToUpper(character, CultureInfo.InvariantCulture) : character);
            startsWord = false;
        }

        return name.ToString();
    }

    /// <summary>A name for a folder that needs no quotes in a shell.</summary>
    public static string Folder(string name) =>
        string.Concat(name.Select(character => char.IsLetterOrDigit(character) || "-.(),=".Contains(character) ? character : '_'));

    /// <summary>Equal for names whose files or folders are the same on some file system: they ignore case and how accents are written.</summary>
    public static string Key(string name) => Folder(name).Normalize(NormalizationForm.FormC).ToUpperInvariant();

    private static bool IsReserved(char character) => Reserved.Contains(character) || CharUnicodeInfo.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
