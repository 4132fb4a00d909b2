using System.ComponentModel;
using CliWrap;

namespace Estaleiro.Cli.Workshops;

/// <summary>
/// Serves the API server on this machine's loopback, without TLS and already authenticated, while a shell is open. Uses <c>kubectl
/// proxy</c> (https://kubernetes.io/docs/tasks/extend-kubernetes/http-proxy-access-api/).
/// </summary>
internal sealed class KubectlProxy : IAsyncDisposable
{
    private const string Served = "Starting to serve on ";

    /// <summary>The limit for the start, which only reads a kubeconfig and opens a port.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource end = new();
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task running;

    private KubectlProxy(string kubectl, string kubeconfig) => running = RunAsync(kubectl, kubeconfig);

    /// <summary>The base URL, with a free port: <c>http://127.0.0.1:40404</c>. Append a path.</summary>
    internal string Address => address.Task.Result;

    /// <summary>Starts a proxy.</summary>
    /// <param name="kubectl">The program.</param>
    /// <param name="kubeconfig">The kubeconfig of the API server, which need not answer yet.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The serving proxy, or null if it did not start: a shell is useful without it.</returns>
    internal static async Task<KubectlProxy?> StartAsync(string kubectl, string kubeconfig, CancellationToken cancellationToken)
    {
        var proxy = new KubectlProxy(kubectl, kubeconfig);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(proxy.address.Task, proxy.running, Task.Delay(StartLimit, limit.Token));
        await limit.CancelAsync();
        if (proxy.address.Task.IsCompletedSuccessfully)
        {
            return proxy;
        }

        await proxy.DisposeAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return null;
    }

    /// <summary>Stops the proxy.</summary>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await running;
        end.Dispose();
    }

    private async Task RunAsync(string kubectl, string kubeconfig)
    {
        try
        {
            await CliWrap.Cli.Wrap(kubectl)
                .WithArguments(["proxy", "--address=127.0.0.1", "--port=0"])
                .WithEnvironmentVariables(variables => variables.Set("KUBECONFIG", kubeconfig))
                .WithValidation(CommandResultValidation.None)
                .WithStandardOutputPipe(PipeTarget.ToDelegate(Read))
                .ExecuteAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            // It was stopped.
        }
        catch (Win32Exception)
        {
            // kubectl is not installed.
        }
    }

    private void Read(string line)
    {
        if (line.StartsWith(Served, StringComparison.Ordinal))
        {
            address.TrySetResult($"http://{line[Served.Length..].Trim()}");
        }
    }
}
