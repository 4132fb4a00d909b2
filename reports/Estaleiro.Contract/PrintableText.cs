using System.Buffers;
using System.Globalization;
using System.Text;

namespace Estaleiro.Contract;

/// <summary>
/// Makes text from a cluster safe to print and to write into XML: nothing in it moves a terminal's cursor, sets its title, hides text or changes
/// the reading direction. Colours are removed; every other control character becomes visible.
/// </summary>
public static class PrintableText
{
    private const char Escape = '\u001b';
    private const int ControlPictures = 0x2400;

    private static readonly SearchValues<char> ColourParameters = SearchValues.Create("0123456789;:");

    /// <summary>
    /// The text, with line feeds and tabs kept, carriage returns before line feeds removed, and all other control and format characters shown:
    /// as a picture (<c>␛</c>) or a code point (<c>&lt;U+202E&gt;</c>).
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        if (first < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length).Append(text, 0, first);
        for (var index = first; index < text.Length;)
        {
            var colour = ColourLength(text.AsSpan(index));
            if (colour > 0)
            {
                index += colour;
                continue;
            }

            if (Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var length) != OperationStatus.Done)
            {
                result.Append($"<U+{(int)text[index]:X4}>");
            }
            else if (text[index] != '\r' || index + 1 == text.Length || text[index + 1] != '\n')
            {
                Append(result, rune);
            }

            index += length;
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, Rune rune)
    {
        if (rune.Value is '\n' or '\t' || !IsUnsafe(rune))
        {
            result.Append(rune);
        }
        else if (rune.Value < ' ')
        {
            result.Append((char)(ControlPictures + rune.Value));
        }
        else
        {
            result.Append($"<U+{rune.Value:X4}>");
        }
    }

    // XML 1.0 has no U+FFFE and U+FFFF.
    private static bool IsUnsafe(Rune rune) => rune.Value is 0xFFFE or 0xFFFF || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>The length of a sequence that sets colours (SGR, ECMA-48 8.3.117) at the start of a text, else 0.</summary>
    private static int ColourLength(ReadOnlySpan<char> text)
    {
        if (text is not [Escape, '[', .. var rest])
        {
            return 0;
        }

        var end = rest.IndexOfAnyExcept(ColourParameters);
        return end >= 0 && rest[end] == 'm' ? end + 3 : 0;
    }
}
