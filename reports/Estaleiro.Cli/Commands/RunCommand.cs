using System.CommandLine;
using System.CommandLine.Parsing;
using Estaleiro.Cli.Running;
using Estaleiro.Contract;

namespace Estaleiro.Cli.Commands;

/// <summary><c>run</c>, the default command.</summary>
internal sealed class RunCommand
{
    private readonly Option<string?> tags = new("--tags", "-t")
    {
        HelpName = "expression",
        Description = "Run only scenarios whose tags match, such as \"@scheduler and not @slow\".",
    };

    private readonly Option<string[]> features = new("--feature", "-f")
    {
        HelpName = "file|folder|title",
        Description = "Run only this feature or folder of features. May be repeated.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> specs = SpecsOption.Create();

    private readonly SelectionOptions selection = new();

    private readonly RoundOptions rounds = new();

    private readonly Option<string?> cluster = OptionParsers.OneOf(
        "--cluster",
        ["k3s", "kubeconfig"],
        "k3s starts throwaway clusters in Docker (default); kubeconfig uses an existing one, and touches only the kit's own namespaces.");

    private readonly Option<string?> context = new("--context")
    {
        HelpName = "name",
        Description = "The kubeconfig context of an existing cluster; implies --cluster kubeconfig. The current context is never used by default.",
    };

    private readonly Option<string?> kubeconfig = new("--kubeconfig")
    {
        HelpName = "file",
        Description = "The kubeconfig file with that context (default: KUBECONFIG, then ~/.kube/config).",
    };

    private readonly ExistingClusterOptions existing = new();

    private readonly Option<string?> image = new("--image")
    {
        HelpName = "name:tag",
        Description = $"The image of the throwaway nodes (default: {Clusters.ClusterOptions.DefaultImage}, else the kit's own node image).",
    };

    private readonly Option<string?> kubernetes = OptionParsers.Release(
        "--kubernetes", "Run on the newest of the kit's own node images of this release (see 'image build').");

    private readonly Option<string?> images = new("--images")
    {
        HelpName = "file",
        Description = "Load this bundle of images first (from 'images save'), on machines without a network.",
    };

    private readonly Option<int?> parallel = OptionParsers.WholeNumber(
        "--parallel", "n", 1, "How many features run in parallel (default: 6; most of the time they wait).");

    private readonly Option<double?> timeoutScale = OptionParsers.Factor(
        "--timeout-scale", "x", "Multiply every time limit, for slow machines: 2 doubles them.");

    private readonly Option<string?> cgroupNamespace = OptionParsers.OneOf(
        "--cgroupns", ["private", "host"], "The nodes' cgroup namespace (default: private first, then host).");

    private readonly Option<string?> folder = new("--out", "-o")
    {
        HelpName = "folder",
        Description = "The folder for the results (default: a new one in reports/out, linked from 'latest').",
    };

    private readonly ExecutionOptions execution = new();

    private readonly JUnitOption junit = new();

    internal RunCommand(SharedOptions shared, Func<RunOptions, CancellationToken, Task<int>> run)
    {
        Command = new Command("run", "Runs features on a cluster (the default command).");
        foreach (var option in Options)
        {
            Command.Options.Add(option);
        }

        Command.Options.Add(shared.Yes);
        Command.SetAction((parsed, cancellationToken) => run(Read(parsed, shared), cancellationToken));
        Command.Validators.Add(result =>
        {
            execution.Validate(result);
            existing.Validate(result, cluster, context);
            if (result.GetResult(kubernetes) is not null && Contradiction(result) is { } other)
            {
                result.AddError($"--kubernetes chooses the image of throwaway nodes and cannot be combined with {other}.");
            }

            if (result.GetResult(context) is not null && result.GetValue(cluster) == "k3s")
            {
                result.AddError("--context selects an existing cluster and cannot be combined with --cluster k3s.");
            }
        });
    }

    internal Command Command { get; }

    /// <summary>The options that are not shared with other commands. The root command has them too.</summary>
    internal IReadOnlyList<Option> Options =>
        [
            tags, features, specs, .. selection.Options, .. rounds.Options, cluster, context, kubeconfig, .. existing.All, image, kubernetes, images,
            parallel, timeoutScale, cgroupNamespace, folder, .. execution.All, junit.Option,
        ];

    internal Option<string?> TagsOption => tags;

    internal RunOptions Read(ParseResult parsed, SharedOptions shared) =>
        existing.Apply(execution.Apply(ReadRun(parsed, shared), parsed), parsed);

    private RunOptions ReadRun(ParseResult parsed, SharedOptions shared) => new()
    {
        Tags = parsed.GetValue(tags),
        Features = parsed.GetValue(features) ?? [],
        Specs = parsed.GetValue(specs) ?? [],
        Selection = selection.Read(parsed),
        Rounds = rounds.Read(parsed),
        Cluster = parsed.GetValue(cluster) ?? (parsed.GetValue(context) is null ? Variable(EnvironmentVariables.Cluster) : "kubeconfig"),
        Context = parsed.GetValue(context) ?? Variable(EnvironmentVariables.Context),
        Kubeconfig = parsed.GetValue(kubeconfig) ?? Variable(EnvironmentVariables.Kubeconfig),
        Image = parsed.GetValue(image) ?? Variable(EnvironmentVariables.Image),
        Kubernetes = parsed.GetValue(kubernetes),
        Images = parsed.GetValue(images),
        Parallel = parsed.GetValue(parallel),
        TimeoutScale = parsed.GetValue(timeoutScale),
        CgroupNamespace = parsed.GetValue(cgroupNamespace),
        Out = parsed.GetValue(folder),
        JUnit = junit.Read(parsed) ?? Reports.JUnit.JUnitGranularity.Scenario,
        Yes = shared.IsYes(parsed),
        Verbose = parsed.GetValue(shared.Verbose),
    };

    private string? Contradiction(CommandResult result) =>
        result.GetResult(image) is not null ? image.Name
        : result.GetResult(images) is not null ? images.Name
        : result.GetResult(context) is not null ? context.Name
        : null;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
