using System.Buffers.Binary;
using Estaleiro.AddOns.Dns;
using Estaleiro.Steps.Scenarios;
using Xunit;

namespace Estaleiro.Steps.Workloads;

/// <summary>
/// Asks DNS from inside a pod, so that a question goes the whole way: the pod's resolv.conf, the DNS service's address, kube-proxy, the server.
/// </summary>
public sealed class PodResolver(ScenarioCluster cluster, PodShell shell)
{
    /// <summary>How long one question may take, in seconds; nslookup itself would ask on for half a minute.</summary>
    private const string Limit = "10";

    /// <summary>The whole name server as the pod has it, and a message to it by TCP; netcat ends when the server has closed the connection.</summary>
    private const string Converse =
        """server=$(while read -r word value rest; do [ "$word" = nameserver ] && echo "$value" && break; done </etc/resolv.conf); echo "$1" | base64 -d | timeout 10 nc "$server" 53 | base64""";

    /// <summary>Asks by nslookup, which asks by UDP.</summary>
    /// <returns>The answer in the words of <see cref="LookupAnswer"/>, and what nslookup printed.</returns>
    public async Task<(string Answer, string Printed)> LookUpAsync(string pod, DnsQuery query, CancellationToken cancellationToken)
    {
        var result = await shell.ExecuteAsync(pod, ["timeout", Limit, "nslookup", $"-type={query.Type.ToLowerInvariant()}", query.Name], cancellationToken);
        return (LookupAnswer.Read(result, query.Type), $"{result.Output}{result.Error}");
    }

    /// <summary>Asks by TCP, and returns the answer whole, with what nslookup doesn't print.</summary>
    /// <exception cref="FormatException">What came back is no answer.</exception>
    public async Task<DnsReply> AskAsync(string pod, DnsQuery query, CancellationToken cancellationToken)
    {
        var message = query.ToMessage();
        var framed = new byte[2 + message.Length];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)message.Length);
        message.CopyTo(framed, 2);
        var result = await shell.ExecuteAsync(pod, ["sh", "-c", Converse, "converse", Convert.ToBase64String(framed)], cancellationToken);
        var answer = Convert.FromBase64String(result.Output.ReplaceLineEndings(""));
        return answer.Length > 2
            ? DnsReply.Parse(answer[2..])
            : throw new FormatException($"nothing came back by TCP. {result.Error}".TrimEnd());
    }

    /// <summary>The lines of the pod's resolv.conf.</summary>
    public async Task<IReadOnlyList<string>> ReadConfigurationAsync(string pod)
    {
        var result = await shell.ExecuteAsync(pod, ["cat", "/etc/resolv.conf"], cluster.Limit);
        Assert.True(result.ExitCode == 0, $"The pod {pod} has no /etc/resolv.conf: {result.Error.Trim()}");
        return [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    /// <summary>The address that the programs of a pod find for a name, by its search path; null where they find none. Told by ping, whether or not it is answered.</summary>
    public async Task<string?> FindAddressAsync(string pod, string name, CancellationToken cancellationToken)
    {
        var result = await shell.ExecuteAsync(pod, ["timeout", Limit, "ping", "-c", "1", "-W", "1", name], cancellationToken);
        var begin = result.Output.IndexOf('(', StringComparison.Ordinal);
        return result.Output.StartsWith("PING ", StringComparison.Ordinal) && begin > 0 ? result.Output[(begin + 1)..result.Output.IndexOf(')', begin)] : null;
    }
}
