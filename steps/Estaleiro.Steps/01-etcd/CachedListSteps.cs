using System.Globalization;
using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>
/// Where the API server takes lists from, by its own count of the objects that it went through
/// (https://kubernetes.io/docs/reference/instrumentation/metrics/). It counts for a whole kind, so the kind must be the scenario's own.
/// </summary>
[Binding]
public sealed class CachedListSteps(ScenarioCluster cluster, EvidenceLog evidence, Outcome outcome)
{
    private const string FromCache = "apiserver_cache_list_fetched_objects_total";
    private const string FromEtcd = "apiserver_storage_list_fetched_objects_total";

    private (long Cache, long Etcd) served;

    /// <summary>
    /// Creates objects named number-1 and so on, and checks that each list already holds the newest one; records the lists' lengths. Use
    /// a kind of the scenario's own: the API server counts by kind.
    /// </summary>
    [When("somebody makes {int} {word}s, and lists them after each")]
    public async Task MakesAndLists(int count, string kind)
    {
        var resource = await cluster.Api.ResourceOfKindAsync(kind, cluster.Limit);
        var path = resource.PathOf(cluster.Namespace, null);
        evidence.Kubectl($"get --raw /metrics | grep -e {FromCache} -e {FromEtcd} | grep {resource.Group}");
        var before = await CountAsync(resource);
        var table = new OutcomeTable("after", "the list holds", "with the last one");
        for (var number = 1; number <= count; number++)
        {
            var made = new JsonObject
            {
                ["apiVersion"] = resource.ApiVersion,
                ["kind"] = kind,
                ["metadata"] = new JsonObject { ["name"] = $"number-{number}" },
            };
            evidence.Kubectl($"create -n {cluster.Namespace} -f - <<< '{made.ToJsonString()}'");
            evidence.Kubectl($"get -n {cluster.Namespace} {resource.Plural}");
            await cluster.Api.ApplyAsync(made, cluster.Namespace, cluster.Limit);
            var list = await cluster.Api.GetAsync(path, cluster.Limit);
            string[] names = [.. list["items"]!.AsArray().Select(item => FieldPath.Read(item, "metadata.name")!)];
            var hasLast = names.Contains($"number-{number}");
            Assert.True(names.Length == number && hasLast, $"After {number} were made, the list holds {names.Length}: {string.Join(", ", names)}.");
            table.Add($"{number}", $"{names.Length}", hasLast ? "yes" : "no");
        }

        var after = await CountAsync(resource);
        served = (after.Cache - before.Cache, after.Etcd - before.Etcd);
        evidence.Note($"objects from the cache: {served.Cache}, from etcd: {served.Etcd}");
        outcome.Add("lists", table);
    }

    /// <summary>Controllers list every kind too, once, from the cache. That the revision is asked of etcd counts no object.</summary>
    [Then("of the objects in these lists {int} came from etcd, and at least {int} from the API server's cache")]
    public void WereServed(int etcd, int cache)
    {
        Assert.True(
            served.Etcd == etcd && served.Cache >= cache,
            $"{served.Etcd} objects came from etcd and {served.Cache} from the cache, expected {etcd} and at least {cache}.");
        outcome.Add("objects that came from etcd", $"{served.Etcd}");
    }

    private async Task<(long Cache, long Etcd)> CountAsync(ApiResource resource)
    {
        var lines = (await cluster.Api.GetTextAsync("/metrics", cluster.Limit)).Split('\n');
        return (Sum(FromCache), Sum(FromEtcd));

        long Sum(string metric) => lines
            .Where(line => line.StartsWith($"{metric}{{", StringComparison.Ordinal))
            .Where(line => line.Contains($"group=\"{resource.Group}\"", StringComparison.Ordinal))
            .Sum(line => (long)double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }
}
