using System.Globalization;

namespace Estaleiro.Contract;

/// <summary>
/// Limits the text of a run's messages and test results. Readers of such files give up at sizes that a single command can print
/// (libxml2: 10 MB per text). A longer text keeps its start; the scenario's evidence has all of it.
/// </summary>
public static class MessageText
{
    /// <summary>The maximum length of an error's message or of recorded text, in UTF-16 characters.</summary>
    public const int Most = 20_000;

    /// <summary>The maximum length of an attached file's text, in UTF-16 characters.</summary>
    public const int MostOfFile = 1_000_000;

    /// <summary>The file of evidence that contains an error's whole message.</summary>
    public const string WholeMessage = "message.txt";

    /// <summary>The text if it is short enough, else its start and a note.</summary>
    /// <param name="text">The text.</param>
    /// <param name="whole">Where all of it is, for the note.</param>
    /// <param name="most">The maximum length, without the note.</param>
    public static string Cut(string text, string whole, int most = Most)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return string.Create(CultureInfo.InvariantCulture, $"{text[..end]}\n… {text.Length - end} more characters in {whole}");
    }

    /// <summary>An error's message if it is short enough, else its start and where to find the rest.</summary>
    public static string OfError(string message) => Cut(message, $"the scenario's evidence ({WholeMessage})");
}
