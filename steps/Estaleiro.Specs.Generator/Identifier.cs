using System.Text.RegularExpressions;

namespace Estaleiro.Specs.Generator;

/// <summary>Turns titles and folder names into C# identifiers as Reqnroll does: words in Pascal case, accents dropped, "-", "." as "_".</summary>
internal static class Identifier
{
    private static readonly Regex WordStart = new(@"([^\p{Ll}\p{Lu}]+)([\p{Ll}\p{Lu}])");
    private static readonly Regex Punctuation = new(@"[\n.-]+");
    private static readonly Regex NotInIdentifier = new(@"[^\p{Ll}\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{Nl}\p{Nd}\p{Pc}]");

    /// <summary>A whole identifier; one that would start with a digit gets an underscore.</summary>
    public static string Of(string text)
    {
        var identifier = Part(text);
        return identifier.Length > 0 && char.IsDigit(identifier[0]) ? "_" + identifier : identifier;
    }

    /// <summary>Something to put after the start of an identifier.</summary>
    public static string Part(string text)
    {
        text = text.Replace("'", "").Replace("\"", "");
        text = WordStart.Replace(text, match => match.Groups[1].Value + match.Groups[2].Value.ToUpperInvariant());
        text = Punctuation.Replace(text, "_");
        text = WithoutAccents(NotInIdentifier.Replace(text, ""));
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }

    // The letters Reqnroll writes without their accents; every other letter stays, as C# takes it. A table and not Unicode's
    // decomposition, so that names are the same where .NET runs without ICU.
    private static readonly Dictionary<char, string> PlainLetters = new (string Plain, string Accented)[]
    {
        ("A", "ÀÁÂÃÄÅĄĂ"), ("AE", "Æ"), ("B", "ß"), ("C", "ÇĆČ"), ("D", "ÐĎĐ"), ("E", "ÈÉÊËĘĚ"), ("I", "ÌÍÎÏ"), ("L", "ŁĽĹ"), ("N", "ÑŃŇ"),
        ("O", "ÒÓÔÕÖØŐ"), ("R", "ŔŘ"), ("S", "ŚŠŞ"), ("T", "ŤŢ"), ("U", "ÙÚÛÜŮŰ"), ("Y", "Ý"), ("Z", "ŹŽŻ"),
        ("a", "àáâãäåąă"), ("ae", "æ"), ("c", "çćč"), ("d", "ďđ"), ("e", "èéêëęě"), ("i", "ìíîï"), ("l", "łľĺ"), ("n", "ñńň"),
        ("o", "òóôõöøő"), ("r", "ŕř"), ("s", "śšş"), ("t", "ťţ"), ("u", "ùúûüůű"), ("y", "ýÿ"), ("z", "źžż"),
    }.SelectMany(group => group.Accented.Select(letter => (letter, group.Plain))).ToDictionary(pair => pair.letter, pair => pair.Plain);

    private static string WithoutAccents(string text) =>
        string.Concat(text.Select(letter => PlainLetters.TryGetValue(letter, out var plain) ? plain : letter.ToString()));
}
