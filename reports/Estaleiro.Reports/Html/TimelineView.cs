using Estaleiro.Contract;
using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Html;

/// <summary>Cluster starts and scenarios over time. Parallel ones are in different rows.</summary>
public sealed class TimelineView
{
    private const int MostMarks = 10;

    private static readonly int[] Steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 3600];

    internal TimelineView(TestRun run, IEnumerable<ClusterNote> clusters)
    {
        var scenarios = run.Scenarios.Where(scenario => scenario.StartedAt is not null).OrderBy(scenario => scenario.StartedAt).ToList();
        var starts = clusters.Where(cluster => cluster is { StartedAt: not null, StartSeconds: >= 0 }).OrderBy(cluster => cluster.StartedAt).ToList();
        Start = scenarios.Select(scenario => scenario.StartedAt!.Value).Concat(starts.Select(cluster => cluster.StartedAt!.Value)).DefaultIfEmpty().Min();
        var clusterLanes = new Lanes();
        foreach (var cluster in starts)
        {
            var (at, seconds) = (cluster.StartedAt!.Value, cluster.StartSeconds!.Value);
            Clusters.Add(new(cluster.Name, clusterLanes.Take(at, TimeSpan.FromSeconds(seconds)), (at - Start).TotalSeconds, seconds));
        }

        ClusterLanes = clusterLanes.Count;
        var lanes = new Lanes();
        foreach (var scenario in scenarios)
        {
            var start = scenario.StartedAt!.Value;
            Bars.Add(new(
                scenario, ClusterLanes + lanes.Take(start, scenario.Duration), (start - Start).TotalSeconds, Math.Max(scenario.Duration.TotalSeconds, 0.05)));
        }

        LaneCount = ClusterLanes + lanes.Count;
        Seconds = Bars.Select(bar => bar.From + bar.Seconds).Concat(Clusters.Select(bar => bar.From + bar.Seconds)).DefaultIfEmpty().Max();
    }

    internal DateTimeOffset Start { get; }

    /// <summary>The number of rows; the first <see cref="ClusterLanes"/> are for clusters.</summary>
    internal int LaneCount { get; }

    /// <summary>The number of rows for cluster starts.</summary>
    internal int ClusterLanes { get; }

    /// <summary>The time from the first start, of a cluster or a scenario, to the last end.</summary>
    internal double Seconds { get; }

    internal List<TimelineBar> Bars { get; } = [];

    /// <summary>How long each cluster took to start, without clusters that existed before.</summary>
    internal List<ClusterBar> Clusters { get; } = [];

    /// <summary>Seconds between two marks, chosen for few marks at round numbers.</summary>
    internal int Step => Steps.FirstOrDefault(step => Seconds / step <= MostMarks, Steps[^1]);

    /// <summary>Assigns rows so that bars in a row do not overlap.</summary>
    private sealed class Lanes
    {
        private readonly List<DateTimeOffset> ends = [];

        internal int Count => ends.Count;

        internal int Take(DateTimeOffset start, TimeSpan duration)
        {
            var lane = ends.FindIndex(end => end <= start);
            if (lane < 0)
            {
                lane = ends.Count;
                ends.Add(default);
            }

            ends[lane] = start + duration;
            return lane;
        }
    }
}
