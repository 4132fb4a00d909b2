using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Html;

/// <summary>Scenarios over time, side by side where they ran side by side.</summary>
public sealed class TimelineView
{
    private const int MostMarks = 10;

    private const string ClusterFile = "cluster-";

    private static readonly int[] Steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 3600];

    internal TimelineView(TestRun run)
    {
        var scenarios = run.Scenarios.Where(scenario => scenario.StartedAt is not null).OrderBy(scenario => scenario.StartedAt).ToList();
        Start = scenarios.Count > 0 ? scenarios[0].StartedAt!.Value : default;
        var clusterLanes = new Lanes();
        foreach (var scenario in scenarios)
        {
            foreach (var file in scenario.Steps.SelectMany(step => step.Attachments).Concat(scenario.Attachments).Where(IsCluster))
            {
                var wait = file.At!.Value - scenario.StartedAt!.Value;
                var name = Path.GetFileNameWithoutExtension(file.Name!);
                Clusters.Add(new(
                    name[(name.IndexOf(ClusterFile, StringComparison.Ordinal) + ClusterFile.Length)..],
                    scenario,
                    clusterLanes.Take(scenario.StartedAt.Value, wait),
                    (scenario.StartedAt.Value - Start).TotalSeconds,
                    wait.TotalSeconds));
            }
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
        Seconds = Bars.Count > 0 ? Bars.Max(bar => bar.From + bar.Seconds) : 0;
    }

    internal DateTimeOffset Start { get; }

    /// <summary>Rows in all; the first <see cref="ClusterLanes"/> show clusters.</summary>
    internal int LaneCount { get; }

    /// <summary>Rows that show clusters starting.</summary>
    internal int ClusterLanes { get; }

    /// <summary>From the first scenario's start to the last one's end.</summary>
    internal double Seconds { get; }

    internal List<TimelineBar> Bars { get; } = [];

    /// <summary>How long the first scenario of each cluster waited for it.</summary>
    internal List<ClusterBar> Clusters { get; } = [];

    /// <summary>Seconds between two marks: few marks, at round numbers.</summary>
    internal int Step => Steps.FirstOrDefault(step => Seconds / step <= MostMarks, Steps[^1]);

    private static bool IsCluster(AttachedFile file) =>
        file is { At: not null, Name: { } name } && name.Contains(ClusterFile, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal);

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
