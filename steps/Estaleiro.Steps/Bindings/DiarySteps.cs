using System.Globalization;
using System.Threading.Channels;
using Estaleiro.Steps.Evidences;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using k8s;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Somebody who writes down what happens to pods, for claims about order and about all the time in between.</summary>
[Binding]
public sealed class DiarySteps(ScenarioCluster cluster, EvidenceLog evidence, Outcome outcome) : IAsyncDisposable
{
    private PodDiary? diary;
    private ReplicaSetDiary? wishes;

    [Given("somebody keeps a diary of the pods")]
    public async Task SomebodyKeepsADiary()
    {
        evidence.Kubectl($"get -n {cluster.Namespace} pods --watch --output-watch-events");
        diary = await PodDiary.StartAsync(cluster.Api, cluster.Namespace, cluster.Limit);
        wishes = await ReplicaSetDiary.StartAsync(cluster.Api, cluster.Namespace, cluster.Limit);
    }

    [Then("the diary says:")]
    public async Task TheDiarySays(DataTable expected)
    {
        (string Pod, string What)[] wanted = [.. expected.Rows.Select(row => (row["pod"], row["what"]))];
        var kinds = wanted.Select(one => one.What).ToHashSet(StringComparer.Ordinal);
        var notes = await Read(seen => Told(seen).Count() >= wanted.Length, $"{wanted.Length} times {string.Join(" or ", kinds)}");

        var found = Told(notes).ToArray();
        Assert.True(
            found.SequenceEqual(wanted),
            $"The diary says: {string.Join(", ", found.Select(Say))}. Expected: {string.Join(", ", wanted.Select(Say))}.");
        var table = new OutcomeTable("pod", "what");
        foreach (var (pod, what) in found)
        {
            table.Add(pod, what);
        }

        outcome.Add("diary", table);

        IEnumerable<(string Pod, string What)> Told(IEnumerable<PodNote> all) =>
            all.Where(note => kinds.Contains(note.What)).Select(note => (note.Pod, note.What));
        static string Say((string Pod, string What) one) => $"{one.Pod} {one.What}";
    }

    /// <summary>What a cell leaves open is not asked.</summary>
    [Then("the diary counts at all times:")]
    public async Task TheDiaryCounts(DataTable expected)
    {
        var present = await cluster.Cluster.Client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        var notes = await Read(
            seen => present.Items.All(pod => seen.Any(note => note.Covers(pod))), "what is now there");
        var table = new OutcomeTable("pods", "lowest", "highest");
        foreach (var row in expected.Rows)
        {
            var counts = row["pods"] switch
            {
                "Ready" => [.. notes.Select(note => note.Ready)],
                "at work" => [.. notes.Select(note => note.AtWork)],
                "asked for" => await ReadWishes(),
                var other => throw new FormatException($"The diary counts pods that are 'Ready', 'at work' or 'asked for', not '{other}'."),
            };
            var (lowest, highest) = (Text(counts.Min()), Text(counts.Max()));
            Assert.True(
                row["lowest"].Length == 0 || row["lowest"] == lowest,
                $"The diary counts at least {lowest} pods {row["pods"]}, expected {row["lowest"]}. In order: {string.Join(' ', counts)}.");
            Assert.True(
                row["highest"].Length == 0 || row["highest"] == highest,
                $"The diary counts at most {highest} pods {row["pods"]}, expected {row["highest"]}. In order: {string.Join(' ', counts)}.");
            table.Add(row["pods"], row["lowest"], row["highest"]);
        }

        outcome.Add("at all times", table);
    }

    public async ValueTask DisposeAsync()
    {
        if (diary is not null)
        {
            await diary.DisposeAsync();
        }

        if (wishes is not null)
        {
            await wishes.DisposeAsync();
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<int>> ReadWishes()
    {
        var kept = wishes ?? throw new InvalidOperationException("Nobody keeps a diary: begin with 'Given somebody keeps a diary of the pods'.");
        using var told = cluster.Awaiting("the diary to tell what the ReplicaSets ask for now");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cluster.Limit);
        limit.CancelAfter(SpecRun.Current.Scale(ScenarioCluster.StepLimit));
        try
        {
            return await kept.ReadAsync(limit.Token);
        }
        catch (Exception exception) when (exception is ChannelClosedException or OperationCanceledException && !cluster.Limit.IsCancellationRequested)
        {
            var reason = exception is ChannelClosedException ? $"the watch ended ({exception.InnerException?.Message})" : "it did not in time";
            throw new TimeoutException($"The diary was to tell what the ReplicaSets ask for now, but {reason}.", exception);
        }
    }

    private async Task<IReadOnlyList<PodNote>> Read(Func<IReadOnlyList<PodNote>, bool> until, string awaited)
    {
        var kept = diary ?? throw new InvalidOperationException("Nobody keeps a diary: begin with 'Given somebody keeps a diary of the pods'.");
        using var told = cluster.Awaiting($"the diary to tell {awaited}");
        return await kept.ReadAsync(until, awaited, SpecRun.Current.Scale(ScenarioCluster.StepLimit), cluster.Limit);
    }
}
