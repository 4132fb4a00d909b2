using System.Text;
using System.Xml;

namespace Estaleiro.Reports.JUnit;

/// <summary>Makes text valid for XML 1.0: removes terminal colour sequences and invalid characters.</summary>
internal static class XmlText
{
    private const char Escape = '\u001b';

    internal static string Clean(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Escape && i + 1 < text.Length && text[i + 1] == '[')
            {
                i = EndOfSequence(text, i + 2);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                result.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                result.Append(text, i++, 2);
            }
        }

        return result.ToString();
    }

    // ECMA-48 5.4: parameter and intermediate bytes 0x20-0x3F, then one final byte 0x40-0x7E.
    private static int EndOfSequence(string text, int index)
    {
        while (index < text.Length && text[index] is >= ' ' and <= '?')
        {
            index++;
        }

        return index < text.Length && text[index] is >= '@' and <= '~' ? index : index - 1;
    }
}
