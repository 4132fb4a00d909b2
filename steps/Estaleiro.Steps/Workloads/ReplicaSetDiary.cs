using System.Text.Json.Nodes;
using System.Threading.Channels;
using Estaleiro.Steps.Api;

namespace Estaleiro.Steps.Workloads;

/// <summary>
/// How many pods the ReplicaSets of a namespace ask for together, after each change of one of them, from one watch without a gap. It is this number
/// that a Deployment's strategy holds down: each ReplicaSet follows its own wish in its own time, so that there can be a pod more for a moment.
/// </summary>
public sealed class ReplicaSetDiary : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping;
    private readonly Channel<(string Version, int Sum)> written = Channel.CreateUnbounded<(string, int)>();
    private readonly Dictionary<string, int> wishes = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<int> read = [];
    private readonly KubernetesApi api;
    private readonly string path;
    private Task following = Task.CompletedTask;

    private ReplicaSetDiary(KubernetesApi api, string path, CancellationToken cancellationToken)
    {
        this.api = api;
        this.path = path;
        stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>Begins one: with what is asked for now, then with every change from then on.</summary>
    public static async Task<ReplicaSetDiary> StartAsync(KubernetesApi api, string ns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(api);
        var path = (await api.ResourceOfKindAsync("ReplicaSet", cancellationToken)).PathOf(ns, null);
        var list = await api.GetAsync(path, cancellationToken);
        var diary = new ReplicaSetDiary(api, path, cancellationToken);
        foreach (var item in list["items"]!.AsArray())
        {
            diary.wishes[Uid(item!)] = Wish(item!);
            diary.known.Add(Version(item!));
        }

        diary.Write("");
        diary.following = diary.FollowAsync((string)list["metadata"]!["resourceVersion"]!);
        return diary;
    }

    /// <summary>Reads on until it tells of what is there now, and returns what was asked for at each moment.</summary>
    /// <exception cref="OperationCanceledException">It did not come to tell of that.</exception>
    /// <exception cref="ChannelClosedException">The watch has ended before.</exception>
    public async Task<IReadOnlyList<int>> ReadAsync(CancellationToken cancellationToken)
    {
        var list = await api.GetAsync(path, cancellationToken);
        string[] wanted = [.. list["items"]!.AsArray().Select(item => Version(item!))];
        while (read.Count == 0 || !known.IsSupersetOf(wanted))
        {
            var (version, sum) = await written.Reader.ReadAsync(cancellationToken);
            known.Add(version);
            read.Add(sum);
        }

        return read;
    }

    /// <summary>Closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await following;
        stopping.Dispose();
    }

    private static string Uid(JsonNode node) => (string)node["metadata"]!["uid"]!;

    private static string Version(JsonNode node) => (string)node["metadata"]!["resourceVersion"]!;

    private static int Wish(JsonNode node) => (int)node["spec"]!["replicas"]!;

    private async Task FollowAsync(string resourceVersion)
    {
        try
        {
            await foreach (var change in api.WatchAsync(path, resourceVersion, stopping.Token))
            {
                Follow((string)change["type"]!, change["object"]!);
            }

            written.Writer.TryComplete();
        }
        catch (Exception exception)
        {
            written.Writer.TryComplete(exception);
        }
    }

    private void Follow(string type, JsonNode subject)
    {
        switch (type)
        {
            case "BOOKMARK":
                return;
            case "ERROR":
                throw new InvalidOperationException($"the API server says: {subject["message"]}");
            case "DELETED":
                wishes.Remove(Uid(subject));
                break;
            default:
                wishes[Uid(subject)] = Wish(subject);
                break;
        }

        Write(Version(subject));
    }

    private void Write(string version) => written.Writer.TryWrite((version, wishes.Values.Sum()));
}
