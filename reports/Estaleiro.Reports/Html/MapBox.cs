using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Html;

/// <summary>A box on the map of the cluster, identified by the tag of its features.</summary>
/// <param name="Tag">The features' tag, without the at sign.</param>
/// <param name="Title">Its name in the talk.</param>
/// <param name="X">Left edge, in the map's units.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record MapBox(string Tag, string Title, int X, int Y, int Width = 150, int Height = 54)
{
    /// <summary>All boxes, in the order of the talk.</summary>
    internal static readonly IReadOnlyList<MapBox> All =
    [
        new("etcd", "etcd", 40, 60),
        new("api-server", "API server", 250, 60),
        new("kubelet", "kubelet", 45, 268),
        new("scheduler", "Scheduler", 460, 40),
        new("controllers", "Controllers", 460, 112),
        new("kube-proxy", "kube-proxy", 210, 268),
        new("pod-to-pod", "Pod to pod", 320, 340),
        new("service-to-pod", "Service to pod", 320, 412),
        new("ingress", "Ingress", 660, 268),
        new("dns", "DNS", 660, 340),
        new("music", "Music", 660, 76),
    ];

    internal string Anchor => $"component-{Tag}";

    internal static MapBox? Of(FeatureResult feature) => All.FirstOrDefault(box => feature.Tags.Contains("@" + box.Tag))
        ?? All.FirstOrDefault(box => feature.AllScenarios.Any(scenario => scenario.Tags.Contains("@" + box.Tag)));
}
