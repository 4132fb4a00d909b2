using Estaleiro.Clusters;
using Estaleiro.Outages;

namespace Estaleiro.Cli.Outages;

/// <summary>Takes components of kept clusters down, with the probes of the features in 12-outages.</summary>
internal sealed class ProbedOutages(Func<Repository> findRepository) : IOutages
{
    private const string Dns = "dns";
    private const string Ingress = "ingress";
    private const string Music = "music";

    /// <summary>How long everything may take to work before something is taken down, before scaling.</summary>
    private static readonly TimeSpan PreparationLimit = TimeSpan.FromSeconds(90);

    /// <summary>Components that are processes of the server, at which traffic comes in, or of the node of the probes' pods.</summary>
    private static readonly (string Name, string Process, bool OnServer)[] Processes =
    [
        ("etcd", "etcd", true),
        ("api-server", "kube-apiserver", true),
        ("controllers", "kube-controller-manager", true),
        ("scheduler", "kube-scheduler", true),
        ("kubelet", "kubelet", false),
        ("kube-proxy", "kube-proxy", true),
        ("container-runtime", "containerd", false),
    ];

    public IReadOnlyList<string> Components => [.. Processes.Select(process => process.Name), Dns, Ingress, Music];

    public async Task<IOutage> TakeDownAsync(
        KeptCluster cluster, string component, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var opened = await KeptClusters.OpenAsync(cluster.Name, ClusterOptions.FromEnvironment(), progress, cancellationToken);
        if (WhyNot(opened.Capabilities, component) is { } reason)
        {
            await opened.DisposeAsync();
            throw new ClusterException($"{component} of '{cluster.Name}' cannot be taken down: {reason}.");
        }

        progress.Report("making pods and services to try everything with");
        var music = Path.Combine(findRepository().Root, "fixtures", "workloads", "music.crd.yaml");
        var probed = await ProbedCluster.MakeAsync(opened, music, cancellationToken);
        var (takeDown, putBack) = HowTo(probed, component);
        var probes = probed.Catalogue.Probes().Select(probe => new LiveProbe(probe, opened.TimeoutScale, Missing(opened, probe))).ToList();
        var outage = new ProbedOutage(
            probes,
            async token =>
            {
                await takeDown(token);
                await probed.Catalogue.BeginAsync();
            },
            putBack,
            probed.DisposeAsync);
        try
        {
            progress.Report($"trying {probes.Count} capabilities");
            await outage.PrepareAsync(PreparationLimit * opened.TimeoutScale, cancellationToken);
            progress.Report($"all of them work; taking {component} down");
            await outage.TakeDownAsync(cancellationToken);
            return outage;
        }
        catch (Exception)
        {
            await outage.DisposeAsync();
            throw;
        }
    }

    /// <summary>Why a component of a cluster cannot be taken down, or null.</summary>
    internal static string? WhyNot(CapabilitySet capabilities, string component) =>
        new[]
        {
            // The probes ask from here, at the nodes' addresses.
            Capability.KitAccess,
            component switch { Dns => Capability.Dns, Ingress => Capability.Ingress, _ => Capability.KitAccess },
            component == Music ? Capability.KitAccess : Capability.ComponentControl,
        }.Select(needed => capabilities.WhyMissing(needed.Name)).FirstOrDefault(reason => reason is not null);

    private static string? Missing(ICluster cluster, Estaleiro.Outages.Probes.ICapabilityProbe probe) =>
        probe is Estaleiro.Outages.Probes.SampledProbe { Requires: { } needed } ? cluster.Capabilities.WhyMissing(needed.Name) : null;

    private static (Func<CancellationToken, Task> TakeDown, Func<Task> PutBack) HowTo(ProbedCluster probed, string component)
    {
        var (_, process, onServer) = Array.Find(Processes, known => known.Name == component);
        var running = process is null ? null : new NodeComponent(onServer ? probed.Cluster.Nodes[0] : probed.Cluster.Nodes[^1], process);
        return running is not null ? (running.StopAsync, () => running.ReturnAsync(CancellationToken.None))
            : component == Music
            ? (_ => probed.Catalogue.Music.StopAsync(), () => probed.Catalogue.Music.StartAsync(CancellationToken.None))
            : (token => probed.Cluster.StopComponentAsync(component, token),
                () => probed.Cluster.StartComponentAsync(component, CancellationToken.None));
    }
}
