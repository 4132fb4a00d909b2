using System.Text.RegularExpressions;
using Estaleiro.Clusters.Waiting;
using Estaleiro.Steps.Outcomes;
using k8s.Models;

namespace Estaleiro.Steps.Scenarios;

/// <summary>
/// Puts addresses in place of what specs write for them: <c>{ip of service NAME}</c>, <c>{ip of pod NAME}</c> <c>{ip of the DNS service}</c> and <c>{ip of the API server}</c>;
/// with <c>reversed</c> in front as reverse names begin (4.3.2.1), with <c>dashed</c> as the names of pods do (1-2-3-4).
/// </summary>
public sealed partial class AddressWords(ScenarioCluster cluster, Names names)
{
    /// <summary>The text with addresses in it, and every address known by what it is.</summary>
    public async Task<string> FillInAsync(string text)
    {
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

        return cluster.Expand(text);
    }

    [GeneratedRegex(@"\{(?<form>reversed |dashed )?ip of (?:(?<kind>pod|service) (?<name>[a-z0-9-]+)|the (?<known>DNS service|API server))\}")]
    private static partial Regex Words();

    private async Task<string> FindAsync(Match match)
    {
        var name = match.Groups["name"].Value;
        switch (match.Groups["kind"].Value)
        {
            case "pod":
                var pod = await cluster.Cluster.Await().One<V1Pod>(name, cluster.Namespace)
                    .UntilAsync(pod => pod.Status?.PodIP is { Length: > 0 }, $"pod {name} to have an address", ScenarioCluster.StepLimit, cluster.Limit);
                names.Give(pod.Status.PodIP, $"ip of {name}");
                return pod.Status.PodIP;
            case "service":
                return await FindServiceAsync(name, cluster.Namespace, $"cluster ip of {name}");
            default:
                return match.Groups["known"].Value == "API server"
                    ? await FindServiceAsync("kubernetes", "default", "cluster ip of the API server")
                    : await FindServiceAsync("kube-dns", "kube-system", "cluster ip of DNS");
        }
    }

    private async Task<string> FindServiceAsync(string service, string ns, string called)
    {
        var found = await k8s.CoreV1OperationsExtensions.ReadNamespacedServiceAsync(cluster.Cluster.Client.CoreV1, service, ns, cancellationToken: cluster.Limit);
        names.Give(found.Spec.ClusterIP, called);
        return found.Spec.ClusterIP;
    }
}
