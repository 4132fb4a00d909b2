using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Estaleiro.Cli.Commands;

/// <summary>The library's help, followed by examples.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        [""] =
        [
            "./run.sh                                     all features on a throwaway cluster",
            "./run.sh --tags \"@scheduler and not @slow\"   select by tags",
            "./run.sh list                                features, scenarios and tags",
            "./run.sh doctor                              what this machine has and lacks",
            "./run.sh up                                  a cluster to play with",
        ],
        ["run"] =
        [
            "./run.sh run --yes",
            "./run.sh run --tags \"@etcd or @scheduler\" --parallel 2",
            "./run.sh run --quick",
            "./run.sh run --rerun-failed reports/out/latest",
            "./run.sh run --shard 1/3",
            "./run.sh run --repeat 5 --tags @scheduler",
            "./run.sh run --feature features/04-scheduler",
            "./run.sh run --feature \"Scheduler\" --image rancher/k3s:v1.33.1-k3s1",
            "./run.sh run --dry-run --tags @dns",
            "./run.sh run --workshop Scheduler",
            "./run.sh run --keep --feature features/10-dns",
            "./run.sh run --context staging --kubeconfig ~/.kube/config",
        ],
        ["list"] = ["./run.sh list", "./run.sh list --tags \"not @slow\""],
        ["steps"] = ["./run.sh steps", "./run.sh steps pod becomes ready", "./run.sh steps --html steps.html"],
        ["report"] = ["./run.sh report reports/out/latest", "./run.sh report messages.ndjson --junit step --junit-file steps.xml"],
        ["compare"] = ["./run.sh compare reports/out/20261124-011712-1a2b3c4d reports/out/latest"],
        ["coverage"] = ["./run.sh report coverage --upstream ../kubernetes/test/conformance/testdata/conformance.yaml"],
        ["outages"] = ["./run.sh report outages"],
        ["images"] = ["./run.sh images", "./run.sh images save images.tar", "./run.sh run --images images.tar"],
        ["build"] =
        [
            "./run.sh image build",
            "./run.sh image build --kubernetes v1.36.4",
            "./run.sh image build --binaries kubernetes-server-linux-amd64.tar.gz",
            "./run.sh run --kubernetes v1.36",
        ],
        ["up"] = ["./run.sh up", "./run.sh up workshop --nodes 3", "./run.sh down workshop"],
        ["down"] = ["./run.sh down", "./run.sh down workshop", "./run.sh down --all"],
        ["clean"] = ["./run.sh clean --context staging", "./run.sh clean --context staging --yes"],
        ["outage"] = ["./run.sh up", "./run.sh outage scheduler"],
        ["accept"] = ["./run.sh accept"],
        ["doctor"] = ["./run.sh doctor", "./run.sh doctor --fix", "./run.sh doctor --context staging"],
    };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        if (Examples.TryGetValue(command is RootCommand ? "" : command.Name, out var lines))
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var line in lines)
            {
                output.WriteLine($"  {line}");
            }

            output.WriteLine();
        }

        return result;
    }
}
