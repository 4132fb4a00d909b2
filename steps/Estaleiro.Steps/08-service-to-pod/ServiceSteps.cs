using System.Globalization;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using k8s;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Who answers at a service's addresses, and how often.</summary>
[Binding]
public sealed class ServiceSteps(
    ScenarioCluster cluster, AddressWords words, Requests requests, PodShell shell, EvidenceLog evidence, Outcome outcome, Names names)
{
    private const string Refused = "refused";
    private const string Silence = "silence";
    private const string Nobody = "nobody";
    private const string Client = "saw the client as";
    private const string ItsOwn = "its own address";
    private const string Another = "another address";

    private string[] answers = [];

    /// <summary>
    /// Each request is made until what comes of it is as the row says: that kube-proxy has followed a change no object tells. A row names a pod or a node
    /// as who asks, and as who answers a pod, or the first line of the answer; <c>refused</c> means at once, <c>silence</c> that nothing came
    /// back, <c>nobody</c> either of the two.
    /// </summary>
    [Given("soon these requests go like this:")]
    [When("soon these requests go like this:")]
    [Then("soon these requests go like this:")]
    public async Task GoLikeThis(DataTable expected)
    {
        var seesClient = expected.Header.Contains(Client);
        var table = new OutcomeTable([.. expected.Header.Where(column => column is not Client), "on", .. seesClient ? [Client] : Array.Empty<string>()]);
        foreach (var row in expected.Rows)
        {
            var (from, wanted) = (row["from"], row["answered by"]);
            var url = new Uri(await words.FillInAsync(row["to"]));
            requests.Note(from, url);
            var result = await Repeatedly.LookAsync(
                cluster,
                token => requests.SendAsync(from, url, token),
                result => Goes(result, wanted) ? null : $"{result}",
                ScenarioCluster.StepLimit,
                $"{from} to ask {names.Replace($"{url}")} ({url}) and {(wanted is Refused ? "be refused" : wanted is Silence ? "hear nothing" : $"be answered by {wanted}")}");
            evidence.Note($"{result}");
            if (seesClient && row[Client].Length > 0)
            {
                await SawTheClient(from, result, row[Client]);
            }

            var by = result.IsAnswered ? result.AnsweredBy : wanted;
            table.Add([from, row["to"], by, await NodeOfAsync(result), .. seesClient ? [row[Client]] : Array.Empty<string>()]);
        }

        outcome.Add("requests", table);
    }

    /// <summary>The service has to be in place: the first request that gets no answer ends it.</summary>
    [When("the pod {string} requests {string} {int} times")]
    public async Task RequestsManyTimes(string pod, string address, int times)
    {
        var url = new Uri(await words.FillInAsync(address));
        evidence.Kubectl($"exec -n {cluster.Namespace} {pod} -- sh -c 'for i in $(seq {times}); do wget -qO- {url}; done'");
        var result = await requests.SendAsync(pod, url, times, cluster.Limit);
        answers = [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        Assert.True(
            result.ExitCode == 0 && answers.Length == times,
            $"After {answers.Length} of {times} answers the pod {pod} got none from {names.Replace($"{url}")} ({url}): {new RequestResult(result).Reason}");
        evidence.Note(string.Join(", ", Counts().OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}")));
    }

    /// <summary>
    /// Checks that only these pods answered and that each count is within the bounds of a fair random choice; records pods and nodes, not
    /// the counts.
    /// </summary>
    [Then("these pods have answered, each about as often as the others:")]
    public async Task EachAboutAsOften(DataTable expected)
    {
        var counts = Counts();
        var wanted = expected.Rows.Select(row => row["pod"]).ToArray();
        Assert.True(
            counts.Keys.All(wanted.Contains), $"{string.Join(", ", counts.Keys.Except(wanted))} answered too, expected only {string.Join(", ", wanted)}.");
        var bounds = EvenSpread.Of(answers.Length, wanted.Length);
        evidence.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"Of {answers.Length} answers each of {wanted.Length} pods gives {bounds.Least} to {bounds.Most}, if every choice is fair; to leave these bounds by chance has a probability below {EvenSpread.FalseAlarm:0e-0}."));
        foreach (var pod in wanted)
        {
            var count = counts.GetValueOrDefault(pod);
            Assert.True(
                count >= bounds.Least && count <= bounds.Most,
                $"{pod} answered {count} of {answers.Length} requests, expected {bounds.Least} to {bounds.Most}. All: {string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value}"))}.");
        }

        var table = new OutcomeTable("pod", "node");
        foreach (var pod in counts.Keys.Order(StringComparer.Ordinal))
        {
            table.Add(pod, await NodeOfAsync(pod));
        }

        outcome.Add($"who answered {answers.Length} requests", table);
    }

    /// <summary>
    /// Checks that one pod gave all answers kept by an earlier step; records how many pods each Service has, and its session affinity.
    /// </summary>
    [Then("all answers came from one pod")]
    public async Task AllCameFromOne()
    {
        var counts = Counts();
        Assert.True(
            counts.Count == 1, $"These pods answered: {string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value} times"))}. Expected one of them alone.");
        var services = await cluster.Cluster.Client.CoreV1.ListNamespacedServiceAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        var pods = await cluster.Cluster.Client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        foreach (var service in services.Items.OrderBy(service => service.Metadata.Name, StringComparer.Ordinal))
        {
            var behind = pods.Items.Count(pod => service.Spec.Selector?.All(label =>
                pod.Metadata.Labels?.TryGetValue(label.Key, out var value) is true && value == label.Value) is true);
            outcome.Add($"who answered for {service.Metadata.Name}", string.Create(
                CultureInfo.InvariantCulture,
                $"{counts.Count} of {behind} pods; affinity {service.Spec.SessionAffinity}, for {service.Spec.SessionAffinityConfig?.ClientIP?.TimeoutSeconds ?? 0} s"));
        }
    }

    /// <summary>
    /// Reads the container's environment and compares these variables; records every variable that Kubernetes set for the namespace's
    /// Services. Columns: variable, value.
    /// </summary>
    [Then("the pod {string} finds these variables in its environment:")]
    public async Task FindsTheseVariables(string pod, DataTable expected)
    {
        evidence.Kubectl($"exec -n {cluster.Namespace} {pod} -- env");
        var result = await shell.ExecuteAsync(pod, ["env"], cluster.Limit);
        Assert.True(result.ExitCode == 0, $"env ended with {result.ExitCode} in the pod {pod}: {result.Error}");
        var found = result.Output.Split('\n').Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0], parts => parts[1].TrimEnd('\r'), StringComparer.Ordinal);
        var table = new OutcomeTable("variable", "value");
        foreach (var row in expected.Rows)
        {
            var value = await words.FillInAsync(row["value"]);
            Assert.True(
                found.GetValueOrDefault(row["variable"]) == value,
                $"{row["variable"]} is '{found.GetValueOrDefault(row["variable"]) ?? "not set"}' in the pod {pod}, expected '{value}'.");
        }

        // What the pod was told of its Services besides.
        var services = await cluster.Cluster.Client.CoreV1.ListNamespacedServiceAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        string[] prefixes = [.. services.Items.Select(service => $"{service.Metadata.Name.ToUpperInvariant().Replace('-', '_')}_")];
        var ofServices = found.Where(pair => prefixes.Any(prefix => pair.Key.StartsWith(prefix, StringComparison.Ordinal)));
        foreach (var (variable, value) in ofServices.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            table.Add(variable, value);
        }

        outcome.Add($"environment of {pod}", table);
    }

    private static bool Goes(RequestResult result, string wanted) => wanted switch
    {
        Refused => result.IsRefused,
        Silence => result.IsSilence,
        Nobody => !result.IsAnswered,
        _ => result.IsAnswered && result.AnsweredBy == wanted,
    };

    /// <summary>Where the pod that answered runs; empty where nobody did, or the answer does not say which pod gave it.</summary>
    private async Task<string> NodeOfAsync(RequestResult result) =>
        !result.IsAnswered ? "" : result.Echo is { } echo ? echo["node_name"] : await NodeOfAsync(result.AnsweredBy);

    private async Task<string> NodeOfAsync(string name)
    {
        var pods = await cluster.Cluster.Client.CoreV1.ListNamespacedPodAsync(
            cluster.Namespace, fieldSelector: $"metadata.name={name}", cancellationToken: cluster.Limit);
        return pods.Items is [var pod] ? pod.Spec.NodeName : "";
    }

    private async Task SawTheClient(string from, RequestResult result, string wanted)
    {
        var own = cluster.Cluster.Nodes.FirstOrDefault(node => node.Name == from)?.Address ?? await words.OfPodAsync(from);
        var seen = result.Echo?.ClientAddress ?? throw new FormatException($"'{Client}' can be asked of an echo server only; {result.AnsweredBy} answered.");
        evidence.Note($"{from} has {own}, {result.AnsweredBy} saw {seen}");
        Assert.True(
            wanted switch
            {
                ItsOwn => seen == own,
                Another => seen != own,
                _ => throw new FormatException($"'{Client}' is '{ItsOwn}' or '{Another}', not '{wanted}'."),
            },
            $"{result.AnsweredBy} saw the client {from} as {names.Replace(seen)} ({seen}), expected {wanted}: {from} has {own}.");
    }

    private Dictionary<string, int> Counts() => answers.GroupBy(answer => answer, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
}
