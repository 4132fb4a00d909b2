using System.ComponentModel;
using CliWrap;

namespace Estaleiro.Cli.Workshops;

/// <summary>
/// The API server on this machine's loopback, without TLS and already authenticated, for as long as a shell is open: what <c>kubectl proxy</c>
/// is for (https://kubernetes.io/docs/tasks/extend-kubernetes/http-proxy-access-api/).
/// </summary>
internal sealed class KubectlProxy : IAsyncDisposable
{
    private const string Served = "Starting to serve on ";

    /// <summary>It reads a kubeconfig and opens a port: one that takes longer than this does not come at all.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource end = new();
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task running;

    private KubectlProxy(string kubectl, string kubeconfig) => running = RunAsync(kubectl, kubeconfig);

    /// <summary>Where it serves, with a port that was free: <c>http://127.0.0.1:40404</c>. To be followed by a path.</summary>
    internal string Address => address.Task.Result;

    /// <summary>Starts one.</summary>
    /// <param name="kubectl">The program.</param>
    /// <param name="kubeconfig">The way to the API server, which need not answer yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>It, serving; or null where it does not come to serve: a shell is worth opening without it.</returns>
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

    /// <summary>Ends it.</summary>
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
            // Ended, as asked.
        }
        catch (Win32Exception)
        {
            // No program to run.
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
