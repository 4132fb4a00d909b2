using k8s;
using k8s.Exceptions;
using YamlDotNet.Core;

namespace Estaleiro.Cli.Machine;

/// <summary>The contexts of the user's kubeconfig. Only names are kept: the rest of the file is secrets.</summary>
internal sealed record Kubeconfig(string Source, IReadOnlyList<string> Contexts)
{
    /// <summary>Reads the file that kubectl would: the one named, else those of <c>KUBECONFIG</c>, else <c>~/.kube/config</c>.</summary>
    /// <exception cref="CliException">There is none, or one is no kubeconfig.</exception>
    internal static async Task<Kubeconfig> ReadAsync(string? file, CancellationToken cancellationToken)
    {
        string[] paths = file is not null
            ? [Path.GetFullPath(file)]
            : Environment.GetEnvironmentVariable("KUBECONFIG")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } set
                ? set
                : [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".kube", "config")];
        var existing = paths.Where(File.Exists).ToList();
        if (existing.Count == 0)
        {
            throw CliException.Usage($"There is no kubeconfig {string.Join(" or ", paths)}: name one with --kubeconfig.");
        }

        List<string> contexts = [];
        foreach (var path in existing)
        {
            contexts.AddRange(await ReadContextsAsync(path, cancellationToken));
        }

        return new Kubeconfig(string.Join(Path.PathSeparator, existing), [.. contexts.Distinct()]);
    }

    /// <exception cref="CliException">No context is named, or there is none of that name; the line lists those there are.</exception>
    internal void Require(string? context)
    {
        var known = Contexts.Count == 0 ? "it has none" : $"it has {string.Join(", ", Contexts)}";
        if (string.IsNullOrEmpty(context))
        {
            throw CliException.Usage($"An existing cluster is joined by name only: add --context. In {Source}: {known}.");
        }

        if (!Contexts.Contains(context))
        {
            throw CliException.Usage($"There is no context '{context}' in {Source}: {known}.");
        }
    }

    private static async Task<IEnumerable<string>> ReadContextsAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var text = await File.ReadAllTextAsync(path, cancellationToken);
            return KubernetesYaml.Deserialize<k8s.KubeConfigModels.K8SConfiguration>(text)?.Contexts?.Select(context => context.Name) ?? [];
        }
        catch (Exception exception) when (exception is YamlException or KubeConfigException or FormatException)
        {
            throw new CliException(ExitCode.Usage, $"{path} is no kubeconfig: {exception.Message.Split('\n')[0]}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Usage, $"{path} cannot be read: {exception.Message}", exception);
        }
    }
}
