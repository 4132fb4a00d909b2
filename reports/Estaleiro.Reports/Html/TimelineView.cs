using Estaleiro.Contract;
using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Html;

/// <summary>Clusters starting and scenarios over time, side by side where they ran side by side.</summary>
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

    /// <summary>Rows in all; the first <see cref="ClusterLanes"/> show clusters.</summary>
    internal int LaneCount { get; }

    /// <summary>Rows that show clusters starting.</summary>
    internal int ClusterLanes { get; }

    /// <summary>From the first start, of a cluster or a scenario, to the last end.</summary>
    internal double Seconds { get; }

    internal List<TimelineBar> Bars { get; } = [];

    /// <summary>How long each cluster took to start; those that were there before are not among them.</summary>
    internal List<ClusterBar> Clusters { get; } = [];

    /// <summary>Seconds between two marks: few marks, at round numbers.</summary>
    internal int Step => Steps.FirstOrDefault(step => Seconds / step <= MostMarks, Steps[^1]);

    /// <summary>Gives out rows so that nothing in a row overlaps.</summary>
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
