using System.Globalization;
using CliWrap;
using Estaleiro.Steps.Evidences;
using Estaleiro.Steps.Scenarios;

namespace Estaleiro.Steps.Musics;

/// <summary>The Music controller as a program of its own, as it would run in a pod. It ends with the scenario at the latest.</summary>
public sealed class MusicProgram(ScenarioCluster cluster, EvidenceLog evidence)
{
    private const string Assembly = "estaleiro-components.dll";

    private readonly List<string> said = [];
    private readonly Lock gate = new();
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

    /// <summary>Starts it.</summary>
    /// <param name="identity">Who stands for election.</param>
    public void Start(string identity)
    {
        var killed = new CancellationTokenSource();
        var listen = PipeTarget.ToDelegate(line =>
        {
            lock (gate)
            {
                said.Add(line);
            }
        });
        string[] arguments =
        [
            "music", "--kubeconfig", cluster.Cluster.KubeconfigPath, "--namespace", cluster.Namespace, "--identity", identity,
            "--out", Path.Combine(evidence.OpenFolder(), identity),
        ];
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

    private CommandTask<CommandResult> Started() => running ?? throw new InvalidOperationException("The program was not started.");
}
