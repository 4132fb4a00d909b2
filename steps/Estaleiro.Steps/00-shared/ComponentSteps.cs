using System.Text.RegularExpressions;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>The components as processes of the server node.</summary>
[Binding]
public sealed partial class ComponentSteps(ScenarioCluster cluster, EvidenceLog evidence, Outcome outcome)
{
    private const string ApiServer = "kube-apiserver";

    /// <summary>Stops and starts a component's process on the server node; for kube-apiserver, also waits until /readyz succeeds.</summary>
    [When("the component {string} is restarted")]
    public async Task IsRestarted(string component)
    {
        evidence.Note($"node1$ stop {component}; start {component}");
        await cluster.Cluster.StopComponentAsync(component, cluster.Limit);
        await cluster.Cluster.StartComponentAsync(component, cluster.Limit);
        if (component is ApiServer)
        {
            await UntilReadyAsync();
        }
    }

    /// <summary>
    /// The file is named by one of the component's arguments, and takes the place of another: the API server has either. It is put where the node image
    /// keeps the arguments of its components.
    /// </summary>
    [When("the component {string} is restarted with this file as its {string}, in the place of its {string}:")]
    public async Task IsRestartedWithAFile(string component, string argument, string replaced, string text)
    {
        var (file, arguments) = ($"/etc/estaleiro/{argument}.yaml", $"/run/estaleiro/args/{component}");
        await TheFileSays(file, text);
        evidence.Note($"# on node1, in {arguments}: --{argument}={file} in the place of --{replaced}=…");
        await RunAsync("""sed -i "/^--$2=/d" "$1" && echo "$3" >> "$1" """, arguments, replaced, $"--{argument}={file}");
        await IsRestarted(component);
    }

    /// <summary>
    /// Writes the text to a file on the server node and makes its folder; placeholders such as {namespace} are filled in.
    /// </summary>
    [When("the file {string} on the server node says:")]
    public async Task TheFileSays(string file, string text)
    {
        evidence.Note($"# on node1: cat > {file}");
        await RunAsync("""mkdir -p "$(dirname "$1")" && printf '%s' "$2" > "$1" """, file, cluster.Expand(text));
    }

    /// <summary>etcd's own connections (its gateway dials itself) and etcdctl, by which whoever looks at the store is seen, don't count.</summary>
    [Then("of the server node's processes only {string} talks to etcd")]
    public async Task OnlyTalksToEtcd(string process)
    {
        string[] command = ["ss", "-Htnp", "state", "established", "dport = :2379"];
        evidence.Note($"node1$ {string.Join(' ', command)}");
        var result = await cluster.Cluster.Nodes[0].ExecuteAsync(command, cluster.Limit);
        Assert.True(result.ExitCode == 0, $"ss failed on the server node: {result.Error}");
        evidence.Note(result.Output);
        var connections = Connection().Matches(result.Output).Where(match => Name(match) is not ("etcd" or "etcdctl")).ToArray();
        var clients = connections.Select(Name).Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.True(clients is [var only] && only == process, $"These processes talk to etcd: {string.Join(", ", clients)}. Expected: {process} alone.");
        outcome.Add("clients of etcd", connections.Select(match => (Name: Name(match), Address: match.Groups["address"].Value)).Distinct().Order()
            .Aggregate(new OutcomeTable("process", "connected to"), (table, one) => table.Add(one.Name, one.Address)));

        static string Name(Match match) => match.Groups["name"].Value;
    }

    private async Task RunAsync(string script, params string[] arguments)
    {
        var result = await cluster.Cluster.Nodes[0].ExecuteAsync(["sh", "-c", script, "sh", .. arguments], cluster.Limit);
        Assert.True(result.ExitCode == 0, $"'{script}' failed on the server node: {result.Output.Trim()} {result.Error.Trim()}");
    }

    [GeneratedRegex("""(?<address>\S+)\s+users:\(\("(?<name>[^"]+)""")]
    private static partial Regex Connection();

    /// <summary>An API server that is down cannot tell when it is up: it is asked until it says that it is ready.</summary>
    private Task UntilReadyAsync() => Repeatedly.LookAsync(
        cluster,
        async token =>
        {
            try
            {
                var answer = await cluster.Api.SendAsync(HttpMethod.Get, "/readyz", null, MediaTypes.Json, token);
                return answer.IsSuccess ? null : answer.Line;
            }
            catch (HttpRequestException exception)
            {
                return exception.Message;
            }
        },
        ScenarioCluster.StepLimit,
        "the API server to be ready again");
}
