using Estaleiro.Clusters.Waiting;
using Estaleiro.Steps.Scenarios;
using k8s;

namespace Estaleiro.Steps.Workloads;

/// <summary>Whose addresses are, as the API server has it: pods, with whether they are Ready, and Services of the scenario's namespace.</summary>
public sealed class AddressOwners(ScenarioCluster cluster)
{
    /// <summary>
    /// The owners of several addresses, each kind of owner once: <c>Service (ClusterIP)</c>, <c>Pod (Ready)</c>. Empty where the text holds no address.
    /// </summary>
    public async Task<string> DescribeAsync(string answer)
    {
        var addresses = answer.Split(", ").Where(part => System.Net.IPAddress.TryParse(part, out _)).ToHashSet(StringComparer.Ordinal);
        if (addresses.Count == 0)
        {
            return "";
        }

        var client = cluster.Cluster.Client.CoreV1;
        var pods = await client.ListNamespacedPodAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        var services = await client.ListNamespacedServiceAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        var found = pods.Items.Where(pod => addresses.Contains(pod.Status?.PodIP ?? "")).Select(pod => pod.IsReady() ? "Pod (Ready)" : "Pod (not Ready)")
            .Concat(services.Items.Where(service => addresses.Contains(service.Spec.ClusterIP ?? "")).Select(service => $"Service ({service.Spec.Type})"));
        return string.Join(", ", found.Distinct().Order(StringComparer.Ordinal).DefaultIfEmpty("nobody's in the namespace"));
    }
}
