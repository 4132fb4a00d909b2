namespace Estaleiro.Steps.Workloads;

/// <summary>What the echo server answered, by the slide's names: <c>client_address</c>, <c>request_uri</c>, …</summary>
public sealed class EchoAnswer
{
    private readonly Dictionary<string, string> values;

    private EchoAnswer(Dictionary<string, string> values) => this.values = values;

    /// <summary>The address the connection came from, as the server saw it.</summary>
    public string ClientAddress => this["client_address"];

    /// <summary>The pod that answered.</summary>
    public string PodName => this["pod_name"];

    /// <summary>A value, or the empty string where the answer has none.</summary>
    public string this[string name] => values.GetValueOrDefault(name, "");

    /// <summary>Reads every answer in a text of several.</summary>
    public static IReadOnlyList<EchoAnswer> ParseAll(string text) =>
    [
        .. text.Split("CLIENT VALUES:", StringSplitOptions.RemoveEmptyEntries)
            .Select(one => new EchoAnswer(one
                .Split('\n')
                .Select(line => line.Split('=', 2))
                .Where(parts => parts.Length == 2)
                .GroupBy(parts => parts[0].Trim(), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.First()[1].TrimEnd('\r'), StringComparer.Ordinal)))
            .Where(answer => answer.values.ContainsKey("client_address")),
    ];
}
