using System.Globalization;
using System.Text.RegularExpressions;
using CliWrap;
using Estaleiro.Clusters;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Scenarios;

namespace Estaleiro.Steps.Bindings;

/// <summary>One of the kit's components as a program of its own, as it would run in a pod. It ends with the scenario at the latest.</summary>
public sealed class AddOnProgram(ScenarioCluster cluster, EvidenceLog evidence)
{
    private const string Assembly = "estaleiro-components.dll";

    private readonly List<string> said = [];
    private readonly Lock gate = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CommandTask<CommandResult>? running;

    /// <summary>What it has said so far.</summary>
    public string Log
    {
        get
        {
            lock (gate)
            {
                return string.Join('\n', said);
            }
        }
    }

    /// <summary>Where it answers, once an ingress controller does: then callers outside the cluster ask there. Null where the cluster's own is asked.</summary>
    public IngressEndpoint? Ingress { get; set; }

    /// <summary>Starts it.</summary>
    /// <param name="component">Which: <c>music</c>.</param>
    /// <param name="options">What it is told besides the address of the API server.</param>
    public void Start(string component, params IEnumerable<string> options)
    {
        var killed = new CancellationTokenSource();
        var listen = PipeTarget.ToDelegate(Hear);
        string[] arguments = [component, "--kubeconfig", cluster.Cluster.KubeconfigPath, .. options];
        evidence.Note($"$ estaleiro-components {string.Join(' ', arguments)}");
        var started = Cli.Wrap(Environment.ProcessPath is { } dotnet && Path.GetFileNameWithoutExtension(dotnet) == "dotnet" ? dotnet : "dotnet")
            .WithArguments([Path.Combine(AppContext.BaseDirectory, Assembly), .. arguments])
            .WithStandardOutputPipe(listen)
            .WithStandardErrorPipe(listen)
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(killed.Token);
        running = started;
        cluster.AtEnd(async () =>
        {
            await killed.CancelAsync();
            await started.Task.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            killed.Dispose();
        });
    }

    /// <summary>Waits until it has said something.</summary>
    /// <param name="what">How what it says must look.</param>
    /// <param name="limit">For how long.</param>
    /// <exception cref="TimeoutException">It has ended, or said nothing of the kind until the limit.</exception>
    public async Task<Match> UntilSaysAsync(Regex what, TimeSpan limit)
    {
        var ended = Started().Task;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cluster.Limit);
        deadline.CancelAfter(limit);
        while (true)
        {
            Task next;
            lock (gate)
            {
                next = changed.Task;
            }

            // Looked at before the end is: what it said last counts.
            var hasEnded = ended.IsCompleted;
            if (what.Match(Log) is { Success: true } match)
            {
                return match;
            }

            try
            {
                if (hasEnded)
                {
                    throw new TimeoutException($"The program has ended and never said '{what}', but:\n{Log}");
                }

                await Task.WhenAny(next, ended).WaitAsync(deadline.Token);
            }
            catch (OperationCanceledException) when (!cluster.Limit.IsCancellationRequested)
            {
                throw new TimeoutException($"The program did not say '{what}' within {limit.TotalSeconds:0} s, but:\n{Log}");
            }
        }
    }

    /// <summary>Sends it a signal.</summary>
    /// <param name="signal">Its name: <c>SIGTERM</c>.</param>
    public async Task SignalAsync(string signal)
    {
        var process = Started().ProcessId.ToString(CultureInfo.InvariantCulture);
        evidence.Note($"$ kill -{signal} {process}");
        await Cli.Wrap("kill").WithArguments([$"-{signal}", process]).ExecuteAsync(cluster.Limit);
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>Its exit code.</returns>
    /// <exception cref="TimeoutException">It goes on.</exception>
    public async Task<int> UntilEndedAsync(TimeSpan limit) => (await Started().Task.WaitAsync(limit, cluster.Limit)).ExitCode;

    private void Hear(string line)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            said.Add(line);
            told = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        told.SetResult();
    }

    private CommandTask<CommandResult> Started() => running ?? throw new InvalidOperationException("The program was not started.");
}
