using System.Globalization;
using System.Text.RegularExpressions;
using Estaleiro.Steps.Outcomes;
using k8s;
using k8s.Models;

namespace Estaleiro.Steps.Scenarios;

/// <summary>
/// Puts addresses in place of what specs write for them: <c>{namespace}</c>, <c>{ip of pod NAME}</c>, <c>{ip of service NAME}</c>,
/// <c>{external ip of SERVICE}</c>, <c>{ip of NODE}</c>, <c>{the hour at UTC+14}</c>, <c>{node port of SERVICE}</c>, <c>{ip of the DNS service}</c> and <c>{ip of the API server}</c>; an address with
/// <c>reversed</c> in front as reverse names begin (4.3.2.1), with <c>dashed</c> as the names of pods do (1-2-3-4). In Portuguese the first two
/// are <c>{ip do Pod NAME}</c> and <c>{ip do Service NAME}</c>, the last <c>{ip do API server}</c>.
/// </summary>
public sealed partial class AddressWords(ScenarioCluster cluster, Names names)
{
    private readonly Dictionary<string, string> external = new(StringComparer.Ordinal);

    /// <summary>The text with addresses in it, and every address known by what it is.</summary>
    /// <exception cref="FormatException">There is no such node.</exception>
    public async Task<string> FillInAsync(string text)
    {
        text = cluster.Expand(text).Replace(
            "{the hour at UTC+14}", DateTime.UtcNow.AddHours(14).Hour.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        foreach (var match in Words().Matches(text).Reverse())
        {
            var address = await FindAsync(match);
            var written = match.Groups["form"].Value switch
            {
                "reversed " => string.Join('.', address.Split('.').Reverse()),
                "dashed " => address.Replace('.', '-'),
                _ => address,
            };
            text = text.Remove(match.Index, match.Length).Insert(match.Index, written);
        }

        return text;
    }

    /// <summary>A pod's address; one that has none yet is waited for.</summary>
    public async Task<string> OfPodAsync(string name)
    {
        var pod = await cluster.Await().One<V1Pod>(name, cluster.Namespace)
            .UntilAsync(found => found.Status?.PodIP is { Length: > 0 }, $"pod {name} to have an address", ScenarioCluster.StepLimit, cluster.Limit);
        names.Give(pod.Status.PodIP, $"ip of {name}");
        return pod.Status.PodIP;
    }

    /// <summary>A node's address.</summary>
    /// <exception cref="FormatException">There is no such node.</exception>
    public string OfNode(string name) =>
        cluster.Cluster.Nodes.FirstOrDefault(node => node.Name == name)?.Address
        ?? throw new FormatException($"There is no node '{name}'. Known are {string.Join(", ", cluster.Cluster.Nodes.Select(node => node.Name))}.");

    [GeneratedRegex(@"\{(?<form>reversed |dashed )?(?<what>external ip of|ip of pod|ip of service|node port of|ip of the|ip of|ip do Pod|ip do Service|ip do) (?<name>DNS service|API server|[a-z0-9-]+)\}")]
    private static partial Regex Words();

    private async Task<string> FindAsync(Match match)
    {
        var name = match.Groups["name"].Value;
        return (match.Groups["what"].Value, name) switch
        {
            ("ip of pod" or "ip do Pod", _) => await OfPodAsync(name),
            ("ip of service" or "ip do Service", _) => await OfServiceAsync(name, cluster.Namespace, $"cluster ip of {name}"),
            ("external ip of", _) => await ExternalAsync(name),
            ("node port of", _) => await NodePortAsync(name),
            ("ip of the" or "ip do", "API server") => await OfServiceAsync("kubernetes", "default", "cluster ip of the API server"),
            ("ip of the", "DNS service") => await OfServiceAsync("kube-dns", "kube-system", "cluster ip of DNS"),
            _ => OfNode(name),
        };
    }

    private async Task<string> OfServiceAsync(string service, string ns, string called)
    {
        var found = await cluster.Cluster.Client.CoreV1.ReadNamespacedServiceAsync(service, ns, cancellationToken: cluster.Limit);
        names.Give(found.Spec.ClusterIP, called);
        return found.Spec.ClusterIP;
    }

    /// <summary>The address that a load balancer gave the service, also after it took it back.</summary>
    private async Task<string> ExternalAsync(string service)
    {
        if (!external.TryGetValue(service, out var address))
        {
            var found = await cluster.Await().One<V1Service>(service, cluster.Namespace).UntilAsync(
                item => item.Status?.LoadBalancer?.Ingress is { Count: > 0 }, $"service {service} to have an external address", ScenarioCluster.StepLimit, cluster.Limit);
            external[service] = address = found.Status.LoadBalancer.Ingress[0] is var given && given.Ip is { Length: > 0 } ip ? ip : given.Hostname;
            names.Give(address, $"external ip of {service}");
        }

        return address;
    }

    private async Task<string> NodePortAsync(string service)
    {
        var found = await cluster.Cluster.Client.CoreV1.ReadNamespacedServiceAsync(service, cluster.Namespace, cancellationToken: cluster.Limit);
        var port = found.Spec.Ports[0].NodePort?.ToString(CultureInfo.InvariantCulture)
            ?? throw new FormatException($"The service {service} has no node port.");
        names.Give(port, $"node port of {service}");
        return port;
    }
}
