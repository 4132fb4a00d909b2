using System.Globalization;
using System.Net;
using System.Text.Json;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using k8s;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>What a Service is given so that it can be reached from outside.</summary>
[Binding]
public sealed class LoadBalancerSteps(ScenarioCluster cluster, AddressWords words, EvidenceLog evidence, Outcome outcome)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Checks that the Service's external address is neither a pod's nor its own cluster IP and that every port has a node port; records
    /// the ports and which addresses are set.
    /// </summary>
    [Then("the Service {string} is given an address outside of the cluster's own ranges, and a node port for each of its ports")]
    public async Task IsGiven(string name)
    {
        var external = await words.FillInAsync($"{{external ip of {name}}}");
        evidence.Kubectl($"get -n {cluster.Namespace} service {name} -o yaml");
        var service = await cluster.Cluster.Client.CoreV1.ReadNamespacedServiceAsync(name, cluster.Namespace, cancellationToken: cluster.Limit);
        var nodes = await cluster.Cluster.Client.CoreV1.ListNodeAsync(cancellationToken: cluster.Limit);
        var range = nodes.Items.Select(node => node.Spec.PodCIDR).OfType<string>().FirstOrDefault(range => IPNetwork.Parse(range).Contains(IPAddress.Parse(external)));
        Assert.True(range is null, $"{external} is in the pods' range {range}, which nobody outside can reach.");
        Assert.True(external != service.Spec.ClusterIP, $"{external} is the service's address inside the cluster.");
        Assert.All(service.Spec.Ports, port => Assert.True(port.NodePort > 0, $"The port {port.Port} has no node port."));
        outcome.Add($"what the Service {name} has", service.Spec.Ports.Aggregate(new OutcomeTable("port", "protocol", "cluster ip", "node port", "external ip"), (table, port) =>
            table.Add($"{port.Port}", port.Protocol, IsSet(service.Spec.ClusterIP), IsSet(port.NodePort), IsSet(external))));
    }

    /// <summary>kube-proxy serves the check (https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip).</summary>
    [Then("each node comes to tell the load balancer how many pods of the Service {string} it has:")]
    public async Task EachNodeTells(string name, DataTable expected)
    {
        var service = await cluster.Cluster.Client.CoreV1.ReadNamespacedServiceAsync(name, cluster.Namespace, cancellationToken: cluster.Limit);
        var port = service.Spec.HealthCheckNodePort is > 0 and var given
            ? given
            : throw new FormatException($"The service {name} has no healthCheckNodePort: its externalTrafficPolicy is {service.Spec.ExternalTrafficPolicy}.");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        var table = new OutcomeTable("node", "local endpoints", "status code");
        foreach (var row in expected.Rows)
        {
            var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://{words.OfNode(row["node"])}:{port}/healthz"));
            evidence.Note($"$ curl -i {url}");
            var (code, pods) = await Repeatedly.LookAsync(
                cluster, token => AskAsync(http, url, token), told => told.Pods == row["pods"] ? null : $"it said {told.Pods}", ScenarioCluster.StepLimit, $"{row["node"]} to say that it has {row["pods"]}");
            table.Add(row["node"], pods, $"{code}");
        }

        outcome.Add($"health check of {name}", table);
    }

    private static string IsSet(object? value) => value is null or "" or 0 ? "none" : "one of its own";

    private static async Task<(int Code, string Pods)> AskAsync(HttpClient http, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(url, cancellationToken);
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            return ((int)answer.StatusCode, ObjectJson.Text(body.RootElement, "localEndpoints") ?? "nothing");
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (0, exception.Message);
        }
    }
}
