using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Estaleiro.Reports.Bindings;

/// <summary>The summaries in the documentation file that the compiler writes beside an assembly.</summary>
internal static partial class StepDocumentation
{
    /// <summary>Summaries on one line, by the member's ID: https://learn.microsoft.com/dotnet/csharp/language-reference/xmldoc/#id-strings.</summary>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="XmlException">The file is no XML.</exception>
    public static IReadOnlyDictionary<string, string> Read(string path) => XDocument.Load(path).Descendants("member")
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => (string)member.Attribute("name")!, member => LineOf(member.Element("summary")!), StringComparer.Ordinal);

    private static string LineOf(XElement summary) => Space().Replace(string.Concat(summary.Nodes().Select(TextOf)), " ").Trim();

    private static string TextOf(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: false } element => element.Value,

        // A reference to a member or a parameter shows its name alone.
        XElement element => ((string?)element.Attributes().FirstOrDefault() ?? "").Split('(')[0].Split('.', ':')[^1],
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
