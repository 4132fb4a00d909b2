using System.Text.RegularExpressions;
using Estaleiro.AddOns.Dns;
using Estaleiro.Clusters;

namespace Estaleiro.Steps.Workloads;

/// <summary>What DNS answered, in the words of specs.</summary>
public static partial class LookupAnswer
{
    /// <summary>The name is there, and has no record of the type that was asked for.</summary>
    public const string Nothing = "nothing";

    /// <summary>There is no such name.</summary>
    public const string NoSuchName = "no such name";

    /// <summary>What an answer says: the records, in an order of their own, or one of the phrases above, or what went wrong.</summary>
    public static string Read(DnsReply reply, string type)
    {
        // As below, an SRV record is told without its priority and weight.
        var found = reply.Answers.Where(record => record.Type == type)
            .Select(record => type == "SRV" ? string.Join(' ', record.Data.Split(' ').Skip(2)) : record.Data)
            .Order(StringComparer.Ordinal)
            .ToArray();
        return reply.Code switch
        {
            "NXDOMAIN" => NoSuchName,
            "NOERROR" => found.Length > 0 ? string.Join(", ", found) : Nothing,
            var code => $"failure: {code}",
        };
    }

    /// <summary>The same of what busybox' nslookup printed.</summary>
    public static string Read(NodeCommandResult result, string type)
    {
        // Server and address of whom it asked come first, then an empty line.
        var answer = string.Join('\n', $"{result.Output}\n{result.Error}".ReplaceLineEndings("\n").Split("\n\n").Skip(1));
        if (answer.Contains(": NXDOMAIN", StringComparison.Ordinal))
        {
            return NoSuchName;
        }

        var failure = Failure().Match($"{result.Output}\n{result.Error}");
        if (failure.Success)
        {
            return $"failure: {failure.Value.Trim()}";
        }

        var found = RecordsOf(type).Matches(answer).Select(match => match.Groups["data"].Value.Trim()).Order(StringComparer.Ordinal).ToArray();
        return found.Length > 0 ? string.Join(", ", found)
            : result.ExitCode == 0 || answer.Contains("No answer", StringComparison.Ordinal) ? Nothing
            : $"failure: nslookup ended with {result.ExitCode} and said '{$"{result.Output} {result.Error}".Trim()}'";
    }

    private static Regex RecordsOf(string type) => type switch
    {
        "A" or "AAAA" => Addresses(),
        "SRV" => Places(),
        "PTR" => Pointers(),
        "CNAME" => Aliases(),
        "TXT" => Texts(),
        _ => throw new FormatException($"'{type}' is no type that specs ask for: they ask for A, AAAA, SRV, PTR, CNAME, TXT."),
    };

    [GeneratedRegex(@"can't find [^\n]*|connection timed out[^\n]*|can't resolve [^\n]*")]
    private static partial Regex Failure();

    [GeneratedRegex(@"^Address(?: \d+)?: (?<data>\S+)", RegexOptions.Multiline)]
    private static partial Regex Addresses();

    // Priority and weight are the server's business: the specification leaves them open.
    [GeneratedRegex(@"service = \d+ \d+ (?<data>\d+ \S+)")]
    private static partial Regex Places();

    [GeneratedRegex(@"\bname = (?<data>\S+)")]
    private static partial Regex Pointers();

    [GeneratedRegex(@"canonical name = (?<data>\S+)")]
    private static partial Regex Aliases();

    [GeneratedRegex("text = (?<data>\"[^\"]*\")")]
    private static partial Regex Texts();
}
