using System.Text.Json.Nodes;
using System.Threading.Channels;
using Estaleiro.Steps.Scenarios;
using k8s;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Workloads;

/// <summary>
/// Everything that happens to the objects of a kind in a namespace, in the order in which the API server tells it, from one watch without a gap:
/// for claims about order and about all the time in between.
/// </summary>
/// <typeparam name="TObject">The kind.</typeparam>
/// <typeparam name="TNote">What is written down at each change.</typeparam>
public sealed class Diary<TObject, TNote> : IAsyncDisposable
    where TObject : IKubernetesObject<V1ObjectMeta>
    where TNote : DiaryNote
{
    private readonly Watcher watcher;
    private readonly NoteWriter<TObject, TNote> write;
    private readonly Dictionary<string, TObject> objects = new(StringComparer.Ordinal);
    private readonly List<TNote> read = [];

    /// <summary>Begins one: with the objects that are there, then with every change from then on.</summary>
    /// <param name="watcher">Watches the objects of the kind; the diary ends it.</param>
    /// <param name="write">Writes a line.</param>
    public Diary(Watcher watcher, NoteWriter<TObject, TNote> write)
    {
        ArgumentNullException.ThrowIfNull(watcher);
        (this.watcher, this.write) = (watcher, write);
        TObject[] there = [.. watcher.Listed.Select(Parse)];
        foreach (var one in there)
        {
            objects[one.Metadata.Uid] = one;
        }

        read.AddRange(there.Select(one => write(null, default, one, objects.Values)));
    }

    /// <summary>Reads on until the condition holds for all that was read, and returns that.</summary>
    public async Task<IReadOnlyList<TNote>> ReadAsync(
        Func<IReadOnlyList<TNote>, bool> until, string awaited, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(limit);
        try
        {
            while (!until(read))
            {
                read.Add(Follow(await watcher.NextAsync(waiting.Token)));
            }
        }
        catch (Exception exception) when (exception is ChannelClosedException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            var reason = exception is ChannelClosedException ? $"the watch ended ({exception.InnerException?.Message})" : $"{limit.TotalSeconds:0} s passed";
            Assert.Fail($"The diary was to tell {awaited}, but {reason}. It says: {string.Join(", ", read.Select(note => note.Told).OfType<string>())}");
        }

        return read;
    }

    /// <summary>Closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await watcher.StopAsync();
        watcher.Dispose();
    }

    private static TObject Parse(JsonNode node) => KubernetesJson.Deserialize<TObject>(node.ToJsonString());

    private TNote Follow(JsonObject change)
    {
        var (type, subject) = ((string)change["type"]!, change["object"]!);
        if (type is "ERROR")
        {
            throw new ChannelClosedException(new InvalidOperationException($"the API server says: {subject["message"]}"));
        }

        var now = Parse(subject);
        objects.Remove(now.Metadata.Uid, out var before);
        if (type is not "DELETED")
        {
            objects[now.Metadata.Uid] = now;
        }

        return write(type, before, now, objects.Values);
    }
}
