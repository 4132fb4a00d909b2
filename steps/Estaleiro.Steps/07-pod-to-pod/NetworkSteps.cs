using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Who reaches whom, and what the other side sees.</summary>
[Binding]
public sealed class NetworkSteps(
    ScenarioCluster cluster, NetworkPods pods, AddressWords words, Requests requests, EvidenceLog evidence, Outcome outcome, Names names)
{
    private readonly OutcomeTable answered = new("answered by", "on", "client_address", "request_uri");
    private IReadOnlyList<EchoAnswer> answers = [];
    private EchoAnswer? judged;

    /// <summary>
    /// Starts a pod that answers HTTP requests with what it saw of them, pinned to the node, and waits until it is Ready.
    /// </summary>
    [Given("an echo server {string} on {string}")]
    [Given("um echo server {string} no {string}")]
    public Task AnEchoServer(string name, string node) => pods.StartAsync([(name, "echo server", node)]);

    /// <summary>Starts a pod with a shell and network tools, pinned to the node, and waits until it is Ready.</summary>
    [Given("a toolbox {string} on {string}")]
    [Given("um toolbox {string} no {string}")]
    public Task AToolbox(string name, string node) => pods.StartAsync([(name, "toolbox", node)]);

    /// <summary>
    /// Starts echo servers and toolboxes together, each pinned to its node, and waits until all are Ready. Columns: pod, runs, node.
    /// </summary>
    [Given("these pods:")]
    [Given("estes Pods:")]
    [When("these pods come:")]
    public Task ThesePods(DataTable table) => pods.StartAsync(table.Rows.Select(row => (row["pod"], row["runs"], row["node"])));

    /// <summary>
    /// Sends one HTTP request from within the pod, without a retry, and fails if there is no answer; keeps the answer for later steps.
    /// </summary>
    [When("the pod {string} requests {string}")]
    [When("o Pod {string} faz uma requisição a {string}")]
    public async Task AsksOnce(string pod, string address)
    {
        var url = new Uri(await words.FillInAsync(address));
        requests.Note(pod, url);
        var result = await requests.SendAsync(pod, url, cluster.Limit);
        Assert.True(result.IsAnswered, $"The pod {pod} got no answer from {names.Replace($"{url}")} ({url}): {result.Reason}");
        answers = EchoAnswer.ParseAll(result.Text);
        evidence.Note(result.Text);
    }

    /// <summary>
    /// kube-proxy follows a new service within moments that no object shows, so the first answer is waited for. From then on every
    /// request must be answered.
    /// </summary>
    [When("the pod {string} keeps requesting {string} until both pods have answered")]
    [When("o Pod {string} faz requisições a {string} até que os dois Pods respondam")]
    public async Task KeepsRequesting(string pod, string address)
    {
        var url = new Uri(await words.FillInAsync(address));
        requests.Note(pod, url);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cluster.Limit);
        limit.CancelAfter(SpecRun.Current.Scale(ScenarioCluster.StepLimit));
        var expected = pods.Started.Where(name => name != pod).ToHashSet(StringComparer.Ordinal);
        var all = new List<EchoAnswer>();
        var refused = "";
        try
        {
            while (!expected.IsSubsetOf(all.Select(answer => answer.PodName)))
            {
                var result = await requests.SendAsync(pod, url, limit.Token);
                refused = result.IsAnswered ? "" : result.Reason;
                Assert.True(
                    result.IsAnswered || all.Count == 0, $"After {all.Count} answers the pod {pod} got none from {names.Replace($"{url}")} ({url}): {refused}");
                all.AddRange(EchoAnswer.ParseAll(result.Text));
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail(
                $"The pod {pod} requested {names.Replace($"{url}")} ({url}) and had {all.Count} answers from {string.Join(", ", all.Select(answer => answer.PodName).Distinct().Order())}; "
                + $"expected answers from {string.Join(" and ", expected.Order())}.{(refused.Length > 0 ? $" The last request failed: {refused}" : "")}");
        }

        answers = all;
        evidence.Note($"{all.Count} answers: {string.Join(", ", all.GroupBy(answer => answer.PodName).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Count()}"))}");
    }

    /// <summary>Checks that one of the answers kept by an earlier step came from this pod, which "it" then means.</summary>
    [Then("the pod {string} has answered")]
    [Then("o Pod {string} respondeu")]
    public void HasAnswered(string pod)
    {
        judged = answers.FirstOrDefault(answer => answer.PodName == pod);
        Assert.True(judged is not null, $"{pod} has not answered. Answered have: {string.Join(", ", answers.Select(answer => answer.PodName).Distinct())}");
    }

    /// <summary>Checks that no network address translation replaced the client's address; records the answers.</summary>
    [Then("it saw the address of the pod {string} as client_address")]
    [Then("ele viu o endereço do Pod {string} como client_address")]
    public async Task ItSawTheAddressOf(string pod)
    {
        var server = judged ?? throw new InvalidOperationException("No answer was looked at yet.");
        var address = await words.OfPodAsync(pod);
        foreach (var answer in answers.Where(answer => answer.PodName == server.PodName))
        {
            Assert.True(
                answer.ClientAddress == address,
                $"{answer.PodName} saw the client address {answer.ClientAddress}, but the pod {pod} has {address}: something on the way put its own in place.");
        }

        answered.Add(server.PodName, server["node_name"], server.ClientAddress, server["request_uri"]);
        if (answered.RowCount == 1)
        {
            outcome.Add("answers", answered);
        }
    }
}
