using System.Text;
using Estaleiro.Contract;

namespace Estaleiro.Reports.Markdown;

/// <summary>Text that GitHub's Markdown shows as it is.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]#|~";

    /// <summary>One line of running text; line breaks become spaces.</summary>
    internal static string Line(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in PrintableText.Of(text).Trim().ReplaceLineEndings(" "))
        {
            result.Append(character switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                _ when Special.Contains(character, StringComparison.Ordinal) => $"\\{character}",
                _ => character.ToString(),
            });
        }

        return result.ToString();
    }

    /// <summary>One line in code style; it is delimited so that backticks in it end nothing.</summary>
    internal static string Code(string text)
    {
        var line = PrintableText.Of(text).Trim().ReplaceLineEndings(" ");
        var fence = Fence(line, 1);
        return line.Contains('`', StringComparison.Ordinal) ? $"{fence} {line} {fence}" : $"{fence}{line}{fence}";
    }

    /// <summary>A block of code, with line feeds around it.</summary>
    internal static string Block(string text, string language)
    {
        var body = PrintableText.Of(text).Trim('\n', '\r').ReplaceLineEndings("\n");
        var fence = Fence(body, 3);
        return $"{fence}{language}\n{body}\n{fence}\n";
    }

    private static string Fence(string text, int least)
    {
        int longest = 0, run = 0;
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new string('`', Math.Max(least, longest + 1));
    }
}
