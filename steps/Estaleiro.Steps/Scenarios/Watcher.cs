using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Estaleiro.Api;

namespace Estaleiro.Steps.Scenarios;

/// <summary>Somebody who watches a collection and remembers what they were told, and how far they have come.</summary>
public sealed class Watcher : IDisposable
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(20);

    private readonly KubernetesApi api;
    private readonly string path;
    private readonly ConcurrentQueue<JsonObject> bookmarks = new();
    private readonly CancellationToken limit;
    private CancellationTokenSource stopping = new();
    private Channel<JsonObject> told = Channel.CreateUnbounded<JsonObject>();
    private Task following = Task.CompletedTask;

    private Watcher(KubernetesApi api, string path, CancellationToken limit)
    {
        (this.api, this.path, this.limit) = (api, path, limit);
    }

    /// <summary>The resourceVersion of the last change or bookmark that the scenario has looked at, or of the list that came first.</summary>
    public string ResourceVersion { get; private set; } = "";

    /// <summary>What is watched.</summary>
    public string Path => path;

    /// <summary>What the list held that came before the watch.</summary>
    public IReadOnlyList<JsonObject> Listed { get; private set; } = [];

    /// <summary>The bookmarks so far.</summary>
    public IReadOnlyCollection<JsonObject> Bookmarks => bookmarks;

    /// <summary>Lists a collection and watches from there on.</summary>
    /// <param name="api">Whom to ask.</param>
    /// <param name="path">The collection, with its selectors.</param>
    /// <param name="options">What the watch has besides, such as <c>timeoutSeconds=5</c>.</param>
    /// <param name="limit">Ends the watch.</param>
    public static async Task<Watcher> StartAsync(KubernetesApi api, string path, string options, CancellationToken limit)
    {
        var watcher = new Watcher(api, path, limit);
        watcher.ResourceVersion = await watcher.ListAsync();
        watcher.Watch(options);
        return watcher;
    }

    /// <summary>
    /// Watches a collection without a list: the server sends what is there first, and then a bookmark that says that it was all
    /// (https://kubernetes.io/docs/reference/using-api/api-concepts/#streaming-lists).
    /// </summary>
    public static Watcher Stream(KubernetesApi api, string path, CancellationToken limit)
    {
        var watcher = new Watcher(api, path, limit) { ResourceVersion = "0" };
        watcher.Watch("allowWatchBookmarks=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan", from: "");
        return watcher;
    }

    /// <summary>Lists the collection anew and watches from there on.</summary>
    public async Task ListAgainAsync() => Resume(await ListAsync());

    /// <summary>The next change.</summary>
    /// <exception cref="ChannelClosedException">The watch ended; the inner exception says why, and is null where the server ended it.</exception>
    public async Task<JsonObject> NextAsync(CancellationToken cancellationToken)
    {
        var change = await told.Reader.ReadAsync(cancellationToken);
        ResourceVersion = FieldPath.Read(change, "object.metadata.resourceVersion") ?? ResourceVersion;
        return change;
    }

    /// <summary>Returns when the watch has ended by itself.</summary>
    public Task UntilEndedAsync(CancellationToken cancellationToken) => following.WaitAsync(cancellationToken);

    /// <summary>Breaks the watch off. What came in and was not looked at is lost, as it is for a client that crashes.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await following;
        told = Channel.CreateUnbounded<JsonObject>();
    }

    /// <summary>Watches again from the last change that was looked at, or from a given revision.</summary>
    public void Resume(string? resourceVersion = null)
    {
        stopping.Dispose();
        stopping = new();
        told = Channel.CreateUnbounded<JsonObject>();
        ResourceVersion = resourceVersion ?? ResourceVersion;
        Watch("");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    /// <summary>
    /// Clusters put ConfigMaps into every namespace by themselves, some time: kube-root-ca.crt, and those of service meshes and trust managers.
    /// They aren't what a spec is about.
    /// </summary>
    private bool IsTheScenarios(JsonObject change) =>
        path.Split('?')[0] is var collection
        && (!collection.EndsWith("/configmaps", StringComparison.Ordinal)
            || FieldPath.Read(change, "object.metadata.name") is not { } name
            || api.HasWritten($"{collection}/{name}"));

    private async Task<string> ListAsync()
    {
        var list = await api.GetAsync(path, limit);
        Listed = [.. list["items"]!.AsArray().OfType<JsonObject>()];
        return FieldPath.Read(list, "metadata.resourceVersion")!;
    }

    private void Watch(string options, string? from = null)
    {
        // Without options of its own a watch goes on from where it was when its turn is over: so one on a connection that died is told from one in
        // which nothing happens.
        var resumes = options.Length == 0;
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var turn = $"allowWatchBookmarks=true&timeoutSeconds={Turn.TotalSeconds:0}";
        following = FollowAsync($"{path}{separator}watch=1&{(resumes ? turn : options)}", from ?? ResourceVersion, resumes, told.Writer, stopping.Token);
    }

    private async Task FollowAsync(string watched, string from, bool resumes, ChannelWriter<JsonObject> writer, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit);
        try
        {
            var isOver = false;
            while (!isOver)
            {
                var began = TimeProvider.System.GetTimestamp();
                try
                {
                    using var watch = await api.OpenWatchAsync($"{watched}&resourceVersion={from}", KubernetesApi.Silence, either.Token);
                    while (await watch.NextAsync(either.Token) is { } entry)
                    {
                        var change = JsonObject.Create(entry)!;
                        from = FieldPath.Read(change, "object.metadata.resourceVersion") ?? from;
                        await TakeAsync(change, writer, either.Token);
                    }

                    isOver = !resumes || TimeProvider.System.GetElapsedTime(began) < Turn - TimeSpan.FromSeconds(1);
                }
                catch (TimeoutException) when (resumes)
                {
                    // The connection died.
                }
            }

            writer.Complete();
        }
        catch (Exception exception)
        {
            writer.TryComplete(exception);
        }
    }

    private async Task TakeAsync(JsonObject change, ChannelWriter<JsonObject> writer, CancellationToken cancellationToken)
    {
        if ((string?)change["type"] is "BOOKMARK")
        {
            bookmarks.Enqueue(change);
        }
        else if (IsTheScenarios(change))
        {
            await writer.WriteAsync(change, cancellationToken);
        }
    }
}
