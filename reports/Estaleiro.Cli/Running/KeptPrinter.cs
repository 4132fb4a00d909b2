using Estaleiro.Cli.Terminal;
using Estaleiro.Contract;

namespace Estaleiro.Cli.Running;

/// <summary>How to get to what <c>run --keep</c> left, and how to get rid of it.</summary>
internal static class KeptPrinter
{
    internal static void Print(CliOutput output, string folder, string? context)
    {
        var kept = KeptScenario.ReadFrom(folder);
        foreach (var cluster in kept.GroupBy(scenario => scenario.Cluster))
        {
            output.Line();
            output.Line(cluster.Key is null ? "Kept for a look:" : $"Kept for a look, the cluster '{cluster.Key}':", Tone.Heading);
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

            output.Line($"  ./run.sh down {cluster.Key}   # takes it down; no later run does");
        }

        if (kept.Any(scenario => scenario.Cluster is not null))
        {
            output.Line("What the kit itself ran for them (DNS and ingress on the node image, the Music controller) ended with the run.", Tone.Quiet);
        }
    }
}
