using System.Globalization;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using k8s;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Somebody who writes down what happens to pods and ReplicaSets, for claims about order and about all the time in between.</summary>
[Binding]
public sealed class DiarySteps(ScenarioCluster cluster, EvidenceLog evidence, Outcome outcome) : IAsyncDisposable
{
    private Diary<V1Pod, PodNote>? pods;
    private Diary<V1ReplicaSet, ReplicaSetNote>? replicaSets;

    /// <summary>Starts a watch that notes what becomes of the pods of the scenario's namespace from here on.</summary>
    [Given("somebody keeps a diary of the pods")]
    public async Task SomebodyKeepsADiary() => pods = await Begin<V1Pod, PodNote>("pods", PodNote.Of);

    /// <summary>Starts a watch that notes what becomes of the ReplicaSets of the scenario's namespace from here on.</summary>
    [Given("somebody keeps a diary of the ReplicaSets")]
    public async Task SomebodyKeepsADiaryOfReplicaSets() => replicaSets = await Begin<V1ReplicaSet, ReplicaSetNote>("replicasets", ReplicaSetNote.Of);

    /// <summary>
    /// Waits for as many notes of the named kinds and compares their order; records each with how many pods were Ready then. Columns:
    /// pod, what.
    /// </summary>
    [Then("the diary says:")]
    public async Task TheDiarySays(DataTable expected)
    {
        (string Pod, string What)[] wanted = [.. expected.Rows.Select(row => (row["pod"], row["what"]))];
        var kinds = wanted.Select(one => one.What).ToHashSet(StringComparer.Ordinal);
        var notes = await Read(pods, seen => Told(seen).Count() >= wanted.Length, $"{wanted.Length} times {string.Join(" or ", kinds)}");

        var told = Told(notes).ToArray();
        var found = told.Select(note => (note.Pod, note.What)).ToArray();
        Assert.True(
            found.SequenceEqual(wanted),
            $"The diary says: {string.Join(", ", found.Select(Say))}. Expected: {string.Join(", ", wanted.Select(Say))}.");
        outcome.Add("diary", told.Aggregate(
            new OutcomeTable("pod", "what", "pods Ready then"), (table, note) => table.Add(note.Pod, note.What, Text(note.Ready))));

        IEnumerable<PodNote> Told(IEnumerable<PodNote> all) => all.Where(note => kinds.Contains(note.What));
        static string Say((string Pod, string What) one) => $"{one.Pod} {one.What}";
    }

    /// <summary>What a cell leaves open is not asked.</summary>
    [Then("the diary counts at all times:")]
    public async Task TheDiaryCounts(DataTable expected)
    {
        var present = await cluster.Cluster.Client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        var notes = await ReadToNow(pods, present.Items);
        var table = new OutcomeTable("pods", "lowest", "highest", "in the end");
        foreach (var row in expected.Rows)
        {
            int[] counts = row["pods"] switch
            {
                "Ready" => [.. notes.Select(note => note.Ready)],
                "at work" => [.. notes.Select(note => note.AtWork)],
                "asked for" => await CountAskedFor(),
                var other => throw new FormatException($"The diary counts pods that are 'Ready', 'at work' or 'asked for', not '{other}'."),
            };
            var (lowest, highest) = (Text(counts.Min()), Text(counts.Max()));
            Assert.True(
                (row["lowest"] is "" || row["lowest"] == lowest) && (row["highest"] is "" || row["highest"] == highest),
                $"The diary counts {lowest} to {highest} pods {row["pods"]}, expected {OrAny(row["lowest"])} to {OrAny(row["highest"])}. In order: {string.Join(' ', counts)}.");
            table.Add(row["pods"], row["lowest"] is "" ? "" : lowest, row["highest"] is "" ? "" : highest, Text(counts[^1]));
        }

        outcome.Add("at all times", table);
    }

    public async ValueTask DisposeAsync()
    {
        if (pods is not null)
        {
            await pods.DisposeAsync();
        }

        if (replicaSets is not null)
        {
            await replicaSets.DisposeAsync();
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string OrAny(string count) => count is "" ? "any number" : count;

    private async Task<Diary<TObject, TNote>> Begin<TObject, TNote>(string resource, NoteWriter<TObject, TNote> write)
        where TObject : IKubernetesObject<V1ObjectMeta>
        where TNote : DiaryNote
    {
        evidence.Kubectl($"get -n {cluster.Namespace} {resource} --watch --output-watch-events");
        var kind = typeof(TObject).GetKubernetesTypeMetadata().Kind;
        var path = (await cluster.Api.ResourceOfKindAsync(kind, cluster.Limit)).PathOf(cluster.Namespace, null);
        return new(await Watcher.StartAsync(cluster.Api, path, "", cluster.Limit), write);
    }

    private async Task<int[]> CountAskedFor()
    {
        var present = await cluster.Cluster.Client.AppsV1.ListNamespacedReplicaSetAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        return [.. (await ReadToNow(replicaSets, present.Items)).Select(note => note.AskedFor)];
    }

    private Task<IReadOnlyList<TNote>> ReadToNow<TObject, TNote>(Diary<TObject, TNote>? diary, IEnumerable<TObject> present)
        where TObject : IKubernetesObject<V1ObjectMeta>
        where TNote : DiaryNote =>
        Read(diary, seen => present.All(one => seen.Any(note => note.Covers(one))), "what is now there");

    private async Task<IReadOnlyList<TNote>> Read<TObject, TNote>(Diary<TObject, TNote>? diary, Func<IReadOnlyList<TNote>, bool> until, string awaited)
        where TObject : IKubernetesObject<V1ObjectMeta>
        where TNote : DiaryNote
    {
        var kept = diary ?? throw new InvalidOperationException(
            "Nobody keeps that diary: begin with 'Given somebody keeps a diary of the pods', or 'of the ReplicaSets' for what these ask for.");
        using var told = cluster.Awaiting($"the diary to tell {awaited}");
        return await kept.ReadAsync(until, awaited, SpecRun.Current.Scale(ScenarioCluster.StepLimit), cluster.Limit);
    }
}
