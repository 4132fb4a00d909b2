using k8s;
using k8s.Exceptions;
using YamlDotNet.Core;

namespace Estaleiro.Cli.Machine;

/// <summary>The contexts of the user's kubeconfig. Only their names are kept, because the rest of the file is secret.</summary>
internal sealed record Kubeconfig(string Source, IReadOnlyList<string> Contexts)
{
    /// <summary>Reads the same file as kubectl: the named one, else those in <c>KUBECONFIG</c>, else <c>~/.kube/config</c>.</summary>
    /// <exception cref="CliException">There is no file, or a file is not a kubeconfig.</exception>
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
            throw CliException.Usage($"Kubeconfig {string.Join(" or ", paths)} does not exist. Name one with --kubeconfig.");
        }

        List<string> contexts = [];
        foreach (var path in existing)
        {
            contexts.AddRange(await ReadContextsAsync(path, cancellationToken));
        }

        return new Kubeconfig(string.Join(Path.PathSeparator, existing), [.. contexts.Distinct()]);
    }

    /// <exception cref="CliException">No context is named, or it does not exist; the message lists the existing ones.</exception>
    internal void Require(string? context)
    {
        var known = Contexts.Count == 0 ? "none" : string.Join(", ", Contexts);
        if (string.IsNullOrEmpty(context))
        {
            throw CliException.Usage($"Name the existing cluster's context with --context. Contexts in {Source}: {known}.");
        }

        if (!Contexts.Contains(context))
        {
            throw CliException.Usage($"Unknown context '{context}'. Contexts in {Source}: {known}.");
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
            throw new CliException(ExitCode.Usage, $"{path} is not a kubeconfig: {exception.Message.Split('\n')[0]}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Usage, $"Cannot read {path}: {exception.Message}", exception);
        }
    }
}
