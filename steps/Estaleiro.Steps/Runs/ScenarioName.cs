using System.Collections.Specialized;
using System.Globalization;
using System.Text;

namespace Estaleiro.Steps.Runs;

/// <summary>The file name of a scenario's snapshot and evidence. Made here, so that every snapshot engine reads and writes the same files.</summary>
public static class ScenarioName
{
    /// <summary>What a file's name may not hold on one system or another: names must not differ between them.</summary>
    private const string Reserved = "<>:\"/\\|?*'";

    /// <summary>The title in Pascal case, and for an example of an outline its arguments: <c>APodReaches(on another node, node1)</c>.</summary>
    public static string Of(ScenarioContext scenario)
    {
        var info = scenario.ScenarioInfo;
        return Of(info.Title, info.Arguments is { Count: > 0 } arguments ? Join(arguments) : null);
    }

    /// <summary>As for a scenario of that title, and of those arguments with commas between them.</summary>
    public static string Of(string title, string? arguments) =>
        arguments is null ? Pascal(title) : $"{Pascal(title)}({string.Concat(arguments.Select(character => Reserved.Contains(character) ? '_' : character))})";

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

    private static string Join(IOrderedDictionary arguments)
    {
        var parts = new List<string>();
        foreach (System.Collections.DictionaryEntry argument in arguments)
        {
            parts.Add($"{argument.Value}");
        }

        return string.Join(", ", parts);
    }
}
