using Estaleiro.Clusters;
using YamlDotNet.Serialization;

namespace Estaleiro.Steps.Runs;

/// <summary>
/// What each kind of cluster is known to lack, from <c>features/expected-skips.yaml</c>. A scenario may be skipped for these reasons only:
/// a capability that went missing otherwise is a finding, and fails.
/// </summary>
public static class ExpectedSkips
{
    private const string NodeImage = "node-image";
    private const string K3s = "k3s";
    private const string Existing = "existing";

    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> Known = new(Load);

    /// <summary>
    /// Whether a cluster of this kind is expected to lack what the requirement names. A requirement of a version always is: the cluster's
    /// own version decided.
    /// </summary>
    public static bool Contains(string kind, string requirement) =>
        VersionRequirement.TryParse(requirement, out _)
        || Known.Value.TryGetValue(kind, out var skips) && skips.ContainsKey(requirement);

    /// <summary>The kinds that a provider's clusters can be of, for what it refuses before there is one.</summary>
    public static string[] KindsOf(IClusterProvider provider) => provider.StartsFreshClusters ? [NodeImage, K3s] : [Existing];

    /// <summary>The kind under which a cluster's expected skips are listed.</summary>
    public static string KindOf(ICluster cluster) =>
        cluster.Image is null ? Existing
        : cluster.ToolboxImage is null ? K3s
        : NodeImage;

    private static Dictionary<string, Dictionary<string, string>> Load()
    {
        using var reader = File.OpenText(Path.Combine(Repository.Features, "expected-skips.yaml"));
        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, Dictionary<string, string>>>(reader);
    }
}
