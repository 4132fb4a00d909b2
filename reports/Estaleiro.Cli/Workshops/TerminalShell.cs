using System.ComponentModel;
using System.Diagnostics;
using CliWrap;
using Estaleiro.Contract.Workshop;

namespace Estaleiro.Cli.Workshops;

/// <summary>The user's own shell.</summary>
internal sealed class TerminalShell : IWorkshopShell
{
    public async Task OpenAsync(WorkshopCluster cluster, string folder, CancellationToken cancellationToken)
    {
        var kubeconfig = Path.Combine(folder, "kubeconfig.yaml");
        await WriteKubeconfigAsync(cluster, kubeconfig, cancellationToken);
        await using var proxy = cluster.Kubectl is null ? null : await KubectlProxy.StartAsync(cluster.Kubectl, kubeconfig, cancellationToken);
        using var process = Start(kubeconfig, Path.GetDirectoryName(cluster.Kubectl), proxy?.Address);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Copies a kubeconfig with another default namespace, so that <c>kubectl get pods</c> shows the scenario's pods.</summary>
    internal static async Task WriteKubeconfigAsync(WorkshopCluster cluster, string path, CancellationToken cancellationToken)
    {
        File.Copy(cluster.Kubeconfig, path, overwrite: true);
        if (cluster.Kubectl is { } kubectl)
        {
            // Fields that KubernetesClient does not know survive.
            await CliWrap.Cli.Wrap(kubectl)
                .WithArguments(["config", "set-context", "--current", $"--namespace={cluster.Namespace}", $"--kubeconfig={path}"])
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(cancellationToken);
        }
    }

    private static Process Start(string kubeconfig, string? kubectlFolder, string? api)
    {
        var program = OperatingSystem.IsWindows() ? "powershell"
            : Environment.GetEnvironmentVariable("SHELL") is { Length: > 0 } shell && File.Exists(shell) ? shell
            : "/bin/sh";
        var start = new ProcessStartInfo(program) { UseShellExecute = false };
        start.Environment["KUBECONFIG"] = kubeconfig;
        if (api is not null)
        {
            start.Environment["API"] = api;
        }

        if (kubectlFolder is not null)
        {
            start.Environment["PATH"] = $"{start.Environment["PATH"]}{Path.PathSeparator}{kubectlFolder}";
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw CliException.Environment($"Cannot start '{program}': {exception.Message}", exception);
        }
    }
}
