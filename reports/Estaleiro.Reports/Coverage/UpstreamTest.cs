using System.Text.RegularExpressions;

namespace Estaleiro.Reports.Coverage;

/// <summary>A conformance test of Kubernetes itself.</summary>
/// <param name="Codename">Its name in the suite: <c>[sig-…] … [Conformance]</c>.</param>
public sealed partial record UpstreamTest(string Codename)
{
    /// <summary>The special interest group that owns it (<c>sig-network</c>).</summary>
    public string Group => GroupTag().Match(Codename) is { Success: true } match ? match.Groups[1].Value : "others";

    /// <summary>
    /// The key for comparing codenames, without labels. Labels (<c>[Conformance]</c>, <c>[Serial]</c>, …) appear, disappear and move
    /// between versions; group and sentence stay.
    /// </summary>
    internal static string KeyOf(string codename)
    {
        var group = GroupTag().Match(codename);
        var sentence = Label().Replace(codename, " ");
        return $"{group.Value} {string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}".Trim();
    }

    [GeneratedRegex(@"^\s*\[(sig-[^\]]+)\]")]
    private static partial Regex GroupTag();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Label();
}
