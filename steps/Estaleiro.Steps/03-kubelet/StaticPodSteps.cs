using Estaleiro.Clusters;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Pods that a kubelet finds in a folder of its node.</summary>
[Binding]
public sealed class StaticPodSteps(ScenarioCluster cluster, EvidenceLog evidence)
{
    /// <summary>k3s' folder for them, and the node image's.</summary>
    private const string Folder = "/var/lib/rancher/k3s/agent/pod-manifests";

    /// <summary>The kubelet reads a file as soon as it appears, and passes over names that begin with a dot: it must appear whole.</summary>
    private const string Write = """mkdir -p "$1" && printf '%s' "$3" > "$1/.$2" && mv "$1/.$2" "$1/$2" """;

    private Func<Task>? takeAway;

    /// <summary>
    /// Writes the manifest into the kubelet's folder of static pods on the node, for the scenario's namespace; it is removed at the
    /// scenario's end.
    /// </summary>
    [When("this manifest is put among the static pods of {string}:")]
    public async Task PutAmongTheStaticPods(string name, string yaml)
    {
        var node = cluster.Cluster.Nodes.Single(node => node.Name == name);
        var manifest = WorkloadImages.Resolve(Assert.Single(Manifest.Parse(yaml)), cluster.Cluster);
        manifest["metadata"]!["namespace"] = cluster.Namespace;
        var file = $"{cluster.Namespace}.json";
        evidence.Note($"# on {name}: cat > {Folder}/{file} <<< '{manifest.ToJsonString()}'");
        takeAway = () => RunAsync(node, ["rm", "-f", $"{Folder}/{file}"], CancellationToken.None);
        cluster.AtEnd(takeAway);
        await RunAsync(node, ["sh", "-c", Write, "sh", Folder, file, manifest.ToJsonString()], cluster.Limit);
    }

    /// <summary>Removes the file from the kubelet's folder of static pods; does not wait until the pod is gone.</summary>
    [When("that manifest is taken from the static pods of {string}")]
    public async Task TakenFromTheStaticPods(string name)
    {
        evidence.Note($"# on {name}: rm {Folder}/{cluster.Namespace}.json");
        await (takeAway ?? throw new InvalidOperationException("No manifest was put among the static pods."))();
    }

    private static async Task RunAsync(IClusterNode node, IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var result = await node.ExecuteAsync(command, cancellationToken);
        Assert.True(result.ExitCode == 0, $"{node.Name}: {string.Join(' ', command.Take(2))} failed: {result.Output.Trim()} {result.Error.Trim()}");
    }
}
