using System.Globalization;
using Estaleiro.Clusters;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Scenarios;

namespace Estaleiro.Steps.Workloads;

/// <summary>Requests from inside pods, from the nodes' own shells, and from the machine that runs the kit.</summary>
public sealed class Requests(ScenarioCluster cluster, PodShell shell, EvidenceLog evidence)
{
    /// <summary>One request's limit. A packet that is dropped must not cost the whole step's.</summary>
    public const string LimitSeconds = "5";

    /// <summary>What specs call the machine that runs the kit.</summary>
    public const string Outside = "this machine";

    private const string Udp = "udp";

    /// <summary>Asks once. <c>udp://host:port/name</c> is asked by TFTP: one packet there, one back.</summary>
    /// <param name="from"><see cref="Outside"/>, a node's name, or else a pod's.</param>
    /// <param name="url">What is asked.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<RequestResult> SendAsync(string from, Uri url, CancellationToken cancellationToken)
    {
        if (from == Outside)
        {
            return await OutsideCaller.SendAsync(url, TimeSpan.FromSeconds(double.Parse(LimitSeconds, CultureInfo.InvariantCulture)), cancellationToken);
        }

        if (cluster.Cluster.Nodes.FirstOrDefault(node => node.Name == from) is { } node)
        {
            // Where no wget is installed, busybox still has one.
            string[] script = ["sh", "-c", $"exec timeout {LimitSeconds} $(command -v wget || echo busybox wget) -q -O - {url}"];
            return new(await node.ExecuteAsync(script, cancellationToken));
        }

        return new(await shell.ExecuteAsync(from, Command(url), cancellationToken));
    }

    /// <summary>Records how a reader does it by hand.</summary>
    public void Note(string from, Uri url)
    {
        if (from == Outside)
        {
            evidence.Note($"$ curl {(url.Scheme == Udp ? "tftp" : url.Scheme)}://{url.Authority}{url.AbsolutePath}");
            return;
        }

        if (cluster.Cluster.Nodes.Any(node => node.Name == from))
        {
            evidence.Note($"{from}$ wget -qO- {url}");
            return;
        }

        evidence.Kubectl($"exec -n {cluster.Namespace} {from} -- {string.Join(' ', Command(url)[2..])}");
    }

    /// <summary>Asks many times, one request after the other, and stops at the first that gets no answer.</summary>
    /// <returns>What was answered, a line each, and the exit code of the last request.</returns>
    public Task<NodeCommandResult> SendAsync(string pod, Uri url, int times, CancellationToken cancellationToken) =>
        shell.ExecuteAsync(
            pod,
            ["sh", "-c", $"i=0; while [ $i -lt {times} ]; do timeout {LimitSeconds} wget -q -O - {url} || exit $?; i=$((i + 1)); done"],
            cancellationToken);

    /// <summary>wget has a limit of its own, -T, but Debian's static busybox crashes on it.</summary>
    private static string[] Command(Uri url) => url.Scheme == Udp
        ? ["timeout", LimitSeconds, "tftp", "-g", "-r", url.AbsolutePath, "-l", "-", url.Host, $"{url.Port}"]
        : ["timeout", LimitSeconds, "wget", "-q", "-O", "-", $"{url}"];
}
