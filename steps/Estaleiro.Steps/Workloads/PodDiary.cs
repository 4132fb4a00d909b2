using System.Text.Json.Nodes;
using System.Threading.Channels;
using Estaleiro.Clusters.Waiting;
using Estaleiro.Steps.Api;
using k8s;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Workloads;

/// <summary>Everything that happens to the pods of a namespace, in the order in which the API server tells it, from one watch without a gap.</summary>
public sealed class PodDiary : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping;
    private readonly Channel<PodNote> written = Channel.CreateUnbounded<PodNote>();
    private readonly Dictionary<string, V1Pod> pods = new(StringComparer.Ordinal);
    private readonly List<PodNote> read = [];
    private Task following = Task.CompletedTask;

    private PodDiary(CancellationToken cancellationToken) => stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

    /// <summary>Begins one: with the pods that are there, then with every change from then on.</summary>
    public static async Task<PodDiary> StartAsync(KubernetesApi api, string ns, CancellationToken cancellationToken)
    {
        var diary = new PodDiary(cancellationToken);
        var path = (await api.ResourceOfKindAsync("Pod", cancellationToken)).PathOf(ns, null);
        var list = await api.GetAsync(path, cancellationToken);
        foreach (var item in list["items"]!.AsArray())
        {
            var pod = Pod(item!);
            diary.pods[pod.Metadata.Uid] = pod;
        }

        foreach (var pod in diary.pods.Values.ToArray())
        {
            diary.Write(pod, PodNote.There);
        }

        diary.following = diary.FollowAsync(api, path, (string)list["metadata"]!["resourceVersion"]!);
        return diary;
    }

    /// <summary>Reads on until the condition holds for all that was read, and returns that.</summary>
    public async Task<IReadOnlyList<PodNote>> ReadAsync(
        Func<IReadOnlyList<PodNote>, bool> until, string awaited, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(limit);
        try
        {
            while (!until(read))
            {
                read.Add(await written.Reader.ReadAsync(waiting.Token));
            }
        }
        catch (Exception exception) when (exception is ChannelClosedException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            var reason = exception is ChannelClosedException ? $"the watch ended ({exception.InnerException?.Message})" : $"{limit.TotalSeconds:0} s passed";
            Assert.Fail(
                $"The diary was to tell {awaited}, but {reason}. It says: "
                + string.Join(", ", read.Where(note => note.What != PodNote.Changed).Select(note => $"{note.Pod} {note.What}")));
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

    private static V1Pod Pod(JsonNode node) => KubernetesJson.Deserialize<V1Pod>(node.ToJsonString());

    private static bool IsAtWork(V1Pod pod) => pod.Metadata.DeletionTimestamp is null && pod.Status?.Phase is not ("Succeeded" or "Failed");

    private static string What(V1Pod? before, V1Pod pod) => before switch
    {
        null => PodNote.Created,
        _ when !before.IsReady() && pod.IsReady() => PodNote.BecameReady,
        { Metadata.DeletionTimestamp: null } when pod.Metadata.DeletionTimestamp is not null => PodNote.AskedToStop,
        _ => PodNote.Changed,
    };

    private async Task FollowAsync(KubernetesApi api, string path, string resourceVersion)
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
        if (type is "BOOKMARK")
        {
            return;
        }

        if (type is "ERROR")
        {
            throw new InvalidOperationException($"the API server says: {subject["message"]}");
        }

        var pod = Pod(subject);
        pods.Remove(pod.Metadata.Uid, out var before);
        if (type is "DELETED")
        {
            Write(pod, PodNote.Gone);
            return;
        }

        pods[pod.Metadata.Uid] = pod;
        Write(pod, What(before, pod));
    }

    private void Write(V1Pod pod, string what) => written.Writer.TryWrite(new(
        pod.Metadata.Name, what, pod.Metadata.Uid, pod.Metadata.ResourceVersion, pods.Values.Count(one => one.IsReady()), pods.Values.Count(IsAtWork)));
}
