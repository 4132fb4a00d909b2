using System.CommandLine;
using System.CommandLine.Parsing;
using Estaleiro.Cli.Running;
using Estaleiro.Clusters;
using Estaleiro.Contract;

namespace Estaleiro.Cli.Commands;

/// <summary>The options of <c>run</c> that say what the kit may do on an existing cluster, and where its nodes get images.</summary>
internal sealed class ExistingClusterOptions
{
    private readonly Option<string[]> allow = new("--allow")
    {
        HelpName = string.Join('|', Permission.All),
        Description = "What the kit may do on an existing cluster beyond its own namespaces: set labels on nodes under its own prefix, make Node "
            + "objects without a machine, read the nodes' packet filter by pods with the nodes' files and NET_ADMIN. All goes at the end. May be repeated.",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = Parse,
    };

    private readonly Option<bool> namespacedOnly = new("--namespaced-only")
    {
        Description = "Skip scenarios for which the existing cluster's user lacks rights, as long as it has those of "
            + $"{Clusters.Existing.ClusterRights.NamespacedFile}.",
    };

    private readonly Option<string?> registry = new("--registry")
    {
        HelpName = "host/path",
        Description = "The registry from which nodes pull the specs' images, instead of docker.io.",
    };

    private readonly Option<string?> toolboxImage = new("--toolbox-image")
    {
        HelpName = "name:tag",
        Description = $"The image of the specs' pods: a shell and the busybox commands (default: {WorkloadImage.Toolbox}).",
    };

    internal IReadOnlyList<Option> All => [allow, namespacedOnly, registry, toolboxImage];

    internal RunOptions Apply(RunOptions options, ParseResult parsed) => options with
    {
        Allowed = parsed.GetValue(allow) ?? [],
        NamespacedOnly = parsed.GetValue(namespacedOnly),
        Registry = parsed.GetValue(registry),
        ToolboxImage = parsed.GetValue(toolboxImage),
    };

    /// <summary>Rejects permissions for a cluster that is the kit's own: there is nothing to allow.</summary>
    internal void Validate(CommandResult result, Option<string?> cluster, Option<string?> context)
    {
        if (result.GetResult(allow) is null || result.GetResult(context) is not null)
        {
            return;
        }

        if ((result.GetValue(cluster) ?? Environment.GetEnvironmentVariable(EnvironmentVariables.Cluster)) != ClusterOptions.Existing)
        {
            result.AddError("--allow is for an existing cluster: name it with --context. On its own clusters the kit needs no permission.");
        }
    }

    private static string[] Parse(ArgumentResult result)
    {
        string[] names = [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        if (names.FirstOrDefault(name => !Permission.All.Contains(name)) is { } unknown)
        {
            result.AddError($"--allow takes {Permission.Names}, not '{unknown}'.");
        }

        return names;
    }
}
