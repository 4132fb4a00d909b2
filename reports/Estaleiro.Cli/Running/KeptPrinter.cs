using Estaleiro.Cli.Terminal;
using Estaleiro.Contract;

namespace Estaleiro.Cli.Running;

/// <summary>Prints how to reach and remove what <c>run --keep</c> kept.</summary>
internal static class KeptPrinter
{
    internal static void Print(CliOutput output, string folder, string? context)
    {
        var kept = KeptScenario.ReadFrom(folder);
        foreach (var cluster in kept.GroupBy(scenario => scenario.Cluster))
        {
            output.Line();
            output.Line(cluster.Key is null ? "Kept:" : $"Kept, on the cluster '{cluster.Key}':", Tone.Heading);
            foreach (var scenario in cluster)
            {
                output.Line($"  namespace {scenario.Namespace}  {scenario.Scenario}");
            }

            if (cluster.Key is null)
            {
                var names = string.Join(' ', cluster.Select(scenario => scenario.Namespace));
                output.Line($"  kubectl {(context is null ? "" : $"--context {context} ")}delete namespace {names}   # removes them");
                continue;
            }

            var first = cluster.First();
            output.Line($"  export KUBECONFIG='{first.Kubeconfig?.Replace("'", "'\\''", StringComparison.Ordinal)}'");
            output.Line($"  kubectl get all -n {first.Namespace}");
            foreach (var node in first.Nodes)
            {
                output.Line($"  docker exec -it {node} sh");
            }

            output.Line($"  ./run.sh down {cluster.Key}   # removes it; later runs don't");
        }

        if (kept.Any(scenario => scenario.Cluster is not null))
        {
            output.Line("The add-ons that the kit ran for them (DNS and ingress on the node image, the Music controller) stopped with the run.", Tone.Quiet);
        }
    }
}
