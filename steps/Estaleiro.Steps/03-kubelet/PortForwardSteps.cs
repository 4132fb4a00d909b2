using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using k8s;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>A port of one's own that leads into a pod.</summary>
[Binding]
public sealed class PortForwardSteps(ScenarioCluster cluster, EvidenceLog evidence, Outcome outcome)
{
    /// <summary>Forwards a port through the API server and sends one HTTP GET over it; records status and body.</summary>
    [Then("who forwards a port to port {int} of the pod {string} reads at {string}:")]
    public async Task WhoForwardsReads(int port, string pod, string path, string expected)
    {
        evidence.Kubectl($"port-forward -n {cluster.Namespace} {pod} 18080:{port} & curl http://127.0.0.1:18080{path}");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cluster.Limit);
        limit.CancelAfter(SpecRun.Current.Scale(ScenarioCluster.StepLimit));
        using var socket = await cluster.Cluster.Client.WebSocketNamespacedPodPortForwardAsync(
            pod, cluster.Namespace, [port], "v4.channel.k8s.io", cancellationToken: limit.Token);
        using var channels = new StreamDemuxer(socket, StreamType.PortForward);
        channels.Start();

        // A forwarded port is two channels: data, and what went wrong. Closing the channels ends a read that nobody answers.
        byte? channel = 0;
        await using var data = channels.GetStream(channel, channel);
        await using var closing = limit.Token.Register(channels.Dispose);
        using var handler = new SocketsHttpHandler { ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(data) };
        using var http = new HttpClient(handler);
        using var response = await http.GetAsync(new Uri($"http://forwarded{path}"), limit.Token);
        var answer = (await response.Content.ReadAsStringAsync(limit.Token)).TrimEnd();
        evidence.Note(answer);
        Assert.True(answer == expected.TrimEnd(), $"Through the forwarded port {path} reads '{answer}', expected '{expected.TrimEnd()}'.");
        outcome.Add($"{path} through a forwarded port", $"HTTP/{response.Version} {(int)response.StatusCode} {response.ReasonPhrase}\n{answer}\n");
    }
}
