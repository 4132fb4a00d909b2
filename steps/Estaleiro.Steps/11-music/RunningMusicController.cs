using System.Collections.Concurrent;
using Estaleiro.AddOns.Caching;
using Estaleiro.AddOns.Leading;
using Estaleiro.AddOns.Music;
using Estaleiro.AddOns.Music.Playing;
using Estaleiro.Contract;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using k8s;

namespace Estaleiro.Steps.Music;

/// <summary>One controller of a scenario, with all that surrounds it.</summary>
public sealed class RunningMusicController : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly IComponentLog log;
    private readonly Kubernetes client;
    private MusicController? controller;

    private RunningMusicController(ScenarioCluster cluster, string folder)
    {
        Folder = folder;
        log = ComponentLog.To(line => lines.Enqueue($"{DateTime.UtcNow:HH:mm:ss.fff} {line}"));
        Speaker = new Loudspeaker(FindPlayer());
        Connection = new() { IsHeard = music => Speaker.Playing.ContainsKey(music) };
        client = cluster.Cluster.CreateClient(Connection);
    }

    /// <summary>Its way to the API server.</summary>
    public ControllerConnection Connection { get; }

    /// <summary>What it is heard through.</summary>
    public Loudspeaker Speaker { get; }

    /// <summary>Where its sound files are.</summary>
    public string Folder { get; }

    /// <summary>What it said so far.</summary>
    public string Log => string.Join('\n', lines);

    /// <summary>Starts one for the scenario's namespace alone.</summary>
    public static async Task<RunningMusicController> StartAsync(ScenarioCluster cluster, string name, TimeSpan lease, string folder)
    {
        var running = new RunningMusicController(cluster, folder);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cluster.Limit);
            limit.CancelAfter(SpecRun.Current.Scale(ScenarioCluster.StepLimit));
            running.controller = await MusicController.StartAsync(
                new()
                {
                    Client = running.client,
                    Namespace = cluster.Namespace,
                    Folder = folder,
                    Player = running.Speaker,
                    Log = running.log,
                    Election = new LeaderElectionOptions
                    {
                        LeaseName = MusicController.ComponentName,
                        LeaseNamespace = cluster.Namespace,
                        Identity = name,
                        LeaseDuration = SpecRun.Current.Scale(lease),
                        RenewDeadline = SpecRun.Current.Scale(lease * 0.8),
                        RetryPeriod = TimeSpan.FromSeconds(1),
                        Log = running.log,
                    },
                },
                limit.Token);
            return running;
        }
        catch (Exception)
        {
            await running.DisposeAsync();
            throw;
        }
    }

    private CommandMusicPlayer? FindPlayer()
    {
        if (Environment.GetEnvironmentVariable(EnvironmentVariables.Play) is not ("1" or "true"))
        {
            return null;
        }

        var player = CommandMusicPlayer.Find(log);
        if (player is null)
        {
            log.Write($"{EnvironmentVariables.Play} asks for sound, but this machine has none of {string.Join(", ", CommandMusicPlayer.Commands)}");
        }

        return player;
    }

    /// <summary>Ends it as a power cut would: nobody is told anything.</summary>
    public async Task CrashAsync()
    {
        Connection.Cut();
        await DisposeAsync();
    }

    /// <summary>Ends it cleanly.</summary>
    public async ValueTask DisposeAsync()
    {
        if (controller is not null)
        {
            await controller.DisposeAsync();
        }

        client.Dispose();
    }
}
