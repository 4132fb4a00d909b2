using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Those who watch a collection, by their names; <c>somebody</c> is one too.</summary>
[Binding]
public sealed class WatchSteps(ScenarioCluster cluster, EvidenceLog evidence, Outcome outcome, Names names) : IDisposable
{
    private readonly Dictionary<string, Watcher> watchers = new(StringComparer.Ordinal);
    private string last = "";

    private Watcher Last => watchers.TryGetValue(last, out var watcher) ? watcher : throw new InvalidOperationException("Nobody watches yet.");

    /// <summary>Lists the kind and watches from there; later steps that say "the watcher" mean the last one named.</summary>
    [Given("{word} watches the {word}s")]
    [When("{word} watches the {word}s")]
    public Task Watches(string name, string kind) => WatchAsync(name, kind, "", "");

    /// <summary>Lists and watches only objects that the label selector matches.</summary>
    [Given("{word} watches the {word}s labelled {string}")]
    public Task WatchesTheLabelled(string name, string kind, string label) => WatchAsync(name, kind, $"?labelSelector={Uri.EscapeDataString(label)}", "");

    /// <summary>A server that sends bookmarks sends one shortly before the time is over.</summary>
    [Given("{word} watches the {word}s labelled {string} for {int} seconds, and asks for bookmarks")]
    public Task WatchesWithBookmarks(string name, string kind, string label, int seconds) =>
        WatchAsync(name, kind, $"?labelSelector={Uri.EscapeDataString(label)}", $"allowWatchBookmarks=true&timeoutSeconds={seconds}");

    /// <summary>Opens a streaming list: the watch itself first sends every existing object, then a bookmark.</summary>
    [When("{word} watches the {word}s, and asks for those that are there first")]
    public async Task WatchesFromTheBeginning(string name, string kind)
    {
        var path = (await cluster.Api.ResourceOfKindAsync(kind, cluster.Limit)).PathOf(cluster.Namespace, null);
        evidence.Curl(HttpMethod.Get, $"{path}?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true");
        watchers.Add(name, Watcher.Stream(cluster.Api, path, cluster.Limit));
        last = name;
    }

    /// <summary>
    /// Waits for the bookmark with the annotation k8s.io/initial-events-end; records its kind and that its resourceVersion is not older
    /// than the last object's.
    /// </summary>
    [Then("a bookmark has told the watcher that these were all")]
    public async Task ABookmarkEndsTheList()
    {
        const string End = "k8s.io/initial-events-end";
        var known = long.Parse(Last.ResourceVersion, CultureInfo.InvariantCulture);
        var bookmark = await Repeatedly.LookAsync(
            cluster,
            _ => Task.FromResult(Last.Bookmarks.FirstOrDefault(found => found["object"]?["metadata"]?["annotations"]?[End] is not null)),
            found => found is null ? "no such bookmark" : null,
            ScenarioCluster.StepLimit,
            "the bookmark that ends what was there first");
        var told = long.Parse(FieldPath.Read(bookmark, "object.metadata.resourceVersion")!, CultureInfo.InvariantCulture);
        outcome.Add("bookmark after what was there", new OutcomeTable("kind", "says", "resourceVersion").Add(
            FieldPath.Read(bookmark, "object.kind") ?? "none",
            $"{End}: {bookmark!["object"]!["metadata"]!["annotations"]![End]}",
            told >= known ? "not older than the last object's" : "older than the last object's"));
    }

    /// <summary>Closes the watcher's connection from its own side; what it has been told stays known.</summary>
    [Given("the watch breaks off")]
    [When("the watch breaks off")]
    public async Task TheWatchBreaksOff()
    {
        evidence.Note("^C");
        await Last.StopAsync();
    }

    /// <summary>Waits until the API server closes the watch, as it does when the watch's timeout runs out.</summary>
    [When("the API server has ended the watch")]
    [Then("the API server has ended the watch")]
    public async Task TheServerHasEndedTheWatch()
    {
        using var waiting = StepLimit();
        using var told = cluster.Awaiting("the API server to end the watch");
        await Last.UntilEndedAsync(waiting.Token);
    }

    /// <summary>Watches again from the resourceVersion of the last change, so that no change between is lost.</summary>
    [When("the watcher resumes after the last change it was told of")]
    public void Resumes()
    {
        evidence.Curl(HttpMethod.Get, $"{Last.Path}?watch=1&resourceVersion={Last.ResourceVersion}");
        Last.Resume();
    }

    /// <summary>What every controller does when its watch is told that the past is gone.</summary>
    [When("the watcher lists again and watches from there")]
    public async Task ListsAgain()
    {
        evidence.Curl(HttpMethod.Get, Last.Path, remark: "and a watch from its resourceVersion");
        await Last.ListAgainAsync();
    }

    /// <summary>
    /// Expects the watch to be refused at once or by an ERROR event, both of which the API allows; records code and reason, such as 410
    /// Expired.
    /// </summary>
    [Then("the watcher is told that this revision is too old: {int} {word}")]
    public async Task TheRevisionIsTooOld(int code, string reason)
    {
        using var waiting = StepLimit();
        var change = await NextAsync(Last, [], 1, waiting.Token);

        // Refused at once, or told as the watch's first event: both are allowed.
        var status = (string?)change["type"] is "ERROR" ? change["object"]!.AsObject() : change;
        var found = $"{FieldPath.Read(status, "code")} {FieldPath.Read(status, "reason")}";
        Assert.True(found == $"{code} {reason}", $"The watcher was told '{found}', expected '{code} {reason}': {change.ToJsonString()}");
        outcome.Add("the watcher was told of its revision", found);
    }

    /// <summary>Watches again from the resourceVersion of the last bookmark.</summary>
    [When("the watcher resumes at the bookmark")]
    public void ResumesAtTheBookmark()
    {
        var bookmark = FieldPath.Read(LastBookmark(), "object.metadata.resourceVersion")!;
        evidence.Curl(HttpMethod.Get, $"{Last.Path}?watch=1&resourceVersion={bookmark}");
        Last.Resume(bookmark);
    }

    /// <summary>
    /// Checks that the last bookmark's resourceVersion is newer than where the watch began and that it carries no object; records the
    /// bookmark's shape.
    /// </summary>
    [Then("a bookmark has told the watcher a newer resourceVersion, and nothing else")]
    public void ABookmarkHasTold()
    {
        var bookmark = LastBookmark();
        var told = long.Parse(FieldPath.Read(bookmark, "object.metadata.resourceVersion")!, CultureInfo.InvariantCulture);
        var known = long.Parse(Last.ResourceVersion, CultureInfo.InvariantCulture);
        Assert.True(told > known, $"The bookmark says {told}, expected more than {known}, where the watch began.");
        Assert.True(
            FieldPath.Read(bookmark, "object.metadata.name") is null or "" && FieldPath.Read(bookmark, "object.data") is null,
            $"The bookmark holds more than a resourceVersion: {bookmark.ToJsonString()}");
        var holds = bookmark["object"]!["metadata"]!.AsObject().Where(pair => pair.Value is not null).Select(pair => pair.Key);
        outcome.Add("bookmark", new OutcomeTable("event", "kind", "metadata holds").Add(
            (string)bookmark["type"]!, FieldPath.Read(bookmark, "object.kind") ?? "none", string.Join(", ", holds)));
    }

    /// <summary>
    /// Waits for the next changes, one a row in exactly this order; records their kinds and that every resourceVersion is newer. Columns:
    /// event, object, or the path of a field.
    /// </summary>
    [Given("the watcher was told:")]
    [Then("the watcher was told:")]
    public async Task TheWatcherWasTold(DataTable expected)
    {
        var columns = expected.Header.ToArray();
        var table = new OutcomeTable([.. columns, "kind", "resourceVersion"]);
        var seen = new List<string>();
        using var waiting = StepLimit();
        foreach (var row in expected.Rows)
        {
            var known = long.Parse(Last.ResourceVersion, CultureInfo.InvariantCulture);
            var change = await NextAsync(Last, seen, expected.RowCount, waiting.Token);
            string[] cells = [.. columns.Select(column => names.Replace(Cell(change, column)))];
            seen.Add(string.Join(' ', cells));
            Assert.True(
                cells.SequenceEqual(columns.Select(column => row[column])),
                $"Change {seen.Count} was '{string.Join(" | ", cells)}', expected '{string.Join(" | ", columns.Select(column => row[column]))}'.");
            var version = long.Parse(FieldPath.Read(change, "object.metadata.resourceVersion")!, CultureInfo.InvariantCulture);
            table.Add([.. cells, FieldPath.Read(change, "object.kind")!, version > known ? "newer" : "not newer"]);
        }

        outcome.Add("the watcher was told", table);
    }

    /// <summary>The columns are fields. Changes of anything else are passed over; <c>none</c> stands for a field that is not set.</summary>
    [Then("until {string} was deleted the watcher saw these changes of it:")]
    public async Task TheWatcherSawTheseChanges(string name, DataTable expected)
    {
        var columns = expected.Header.ToArray();
        var seen = new List<string[]>();
        using var waiting = StepLimit();
        var deleted = false;
        while (!deleted)
        {
            var change = await NextAsync(Last, [.. seen.Select(cells => string.Join(' ', cells))], expected.RowCount, waiting.Token);
            if (Cell(change, "object") != name)
            {
                continue;
            }

            string[] cells = [.. columns.Select(column => Cell(change, column) is { Length: > 0 } cell ? names.Replace(cell) : "none")];
            if (seen.Count == 0 || !seen[^1].SequenceEqual(cells))
            {
                seen.Add(cells);
            }

            deleted = (string?)change["type"] == "DELETED";
        }

        var wanted = expected.Rows.Select(row => columns.Select(column => row[column]).ToArray()).ToArray();
        Assert.True(
            wanted.Length == seen.Count && wanted.Zip(seen).All(pair => pair.First.SequenceEqual(pair.Second)),
            $"The watcher saw {name} change like this: {Print(seen)}. Expected: {Print(wanted)}.");
        var table = new OutcomeTable(columns);
        foreach (var cells in seen)
        {
            table.Add(cells);
        }

        outcome.Add($"changes of {name}", table);
    }

    /// <summary>Creates ConfigMaps named writer-1 and so on, and patches each in turn, all writers in parallel.</summary>
    [When("{int} writers at once make {int} changes each, every one to a ConfigMap of its own")]
    public async Task WritersMakeChanges(int writers, int changes)
    {
        evidence.Kubectl($"patch -n {cluster.Namespace} configmap writer-1 --type=merge -p '{{\"data\":{{\"change\":\"2\"}}}}' # and so on");
        var path = (await cluster.Api.ResourceOfKindAsync("ConfigMap", cluster.Limit)).PathOf(cluster.Namespace, null);
        await Task.WhenAll(Enumerable.Range(1, writers).Select(WriteAsync));

        async Task WriteAsync(int writer)
        {
            for (var change = 1; change <= changes; change++)
            {
                var body = new JsonObject
                {
                    ["metadata"] = new JsonObject { ["name"] = $"writer-{writer}" },
                    ["data"] = new JsonObject { ["change"] = $"{change}" },
                }.ToJsonString();
                var answer = change == 1
                    ? await cluster.Api.SendAsync(HttpMethod.Post, path, body, MediaTypes.Json, cluster.Limit)
                    : await cluster.Api.SendAsync(HttpMethod.Patch, $"{path}/writer-{writer}", body, MediaTypes.MergePatch, cluster.Limit);
                Assert.True(answer.IsSuccess, $"The API server answered {answer.Line} to change {change} of writer {writer}: {answer.Message}");
            }
        }
    }

    /// <summary>
    /// Checks that both watchers got every change once, with rising revisions, and in one common order; records the counts.
    /// </summary>
    [Then("{word} and {word} were told of all {int} changes, in the same order")]
    public async Task BothWereTold(string one, string other, int count)
    {
        using var waiting = StepLimit();
        var table = new OutcomeTable("watcher", "changes told", "of objects", "ADDED", "MODIFIED");
        var told = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var name in (string[])[one, other])
        {
            var lines = told[name] = [];
            var revision = 0L;
            var added = 0;
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            while (lines.Count < count)
            {
                var change = await NextAsync(watchers[name], lines, count, waiting.Token);
                var (subject, number) = (Cell(change, "object"), Cell(change, "data.change"));
                lines.Add($"{subject} change {number}");
                counts[subject] = counts.GetValueOrDefault(subject) + 1;
                added += Cell(change, "event") is "ADDED" ? 1 : 0;
                Assert.True(
                    number == $"{counts[subject]}", $"{name} was told of change {number} of {subject}, expected change {counts[subject]}: one was lost, or came twice.");
                var next = long.Parse(FieldPath.Read(change, "object.metadata.resourceVersion")!, CultureInfo.InvariantCulture);
                Assert.True(next > revision, $"{name} was told of revision {next} after revision {revision}.");
                revision = next;
            }

            table.Add(name, $"{lines.Count}", $"{counts.Count}", $"{added}", $"{lines.Count - added}");
        }

        var differs = Enumerable.Range(0, count).FirstOrDefault(index => told[one][index] != told[other][index], -1);
        Assert.True(
            differs < 0, differs < 0 ? "" : $"As number {differs + 1}, {one} was told of {told[one][differs]} and {other} of {told[other][differs]}.");
        outcome.Add("told", table);
    }

    public void Dispose()
    {
        foreach (var watcher in watchers.Values)
        {
            watcher.Dispose();
        }
    }

    private static string Print(IEnumerable<string[]> rows) => string.Join(", then ", rows.Select(cells => string.Join(" | ", cells)));

    private static string Cell(JsonObject change, string column)
    {
        var subject = change["object"]!.AsObject();
        return column switch
        {
            "event" => (string)change["type"]!,
            "object" => FieldPath.Read(subject, "metadata.name") ?? "",
            _ => FieldPath.Read(subject, column) ?? "",
        };
    }

    private static CancellationTokenSource WithStepLimit(CancellationToken token)
    {
        var waiting = CancellationTokenSource.CreateLinkedTokenSource(token);
        waiting.CancelAfter(SpecRun.Current.Scale(ScenarioCluster.StepLimit));
        return waiting;
    }

    private async Task<JsonObject> NextAsync(Watcher watcher, List<string> seen, int wanted, CancellationToken cancellationToken)
    {
        using var told = cluster.Awaiting($"the watcher to be told of change {seen.Count + 1} of {wanted}");
        try
        {
            return await watcher.NextAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ChannelClosedException)
        {
            Assert.Fail(
                $"The watcher was told {seen.Count} of {wanted} changes and then nothing more"
                + $"{(exception is ChannelClosedException ? $": the watch ended ({exception.InnerException?.Message})" : "")}. Told last: {string.Join(", ", seen.TakeLast(10))}");
            throw;
        }
    }

    private CancellationTokenSource StepLimit() => WithStepLimit(cluster.Limit);

    private JsonObject LastBookmark() => Last.Bookmarks.LastOrDefault()
        ?? throw new InvalidOperationException("The watch ended without a bookmark, though it had asked for them; one is due shortly before the end.");

    private async Task WatchAsync(string name, string kind, string selector, string options)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} {kind} --watch --output-watch-events # {selector}{options}");
        var path = (await cluster.Api.ResourceOfKindAsync(kind, cluster.Limit)).PathOf(cluster.Namespace, null);
        watchers.Add(name, await Watcher.StartAsync(cluster.Api, path + selector, options, cluster.Limit));
        last = name;
    }
}
