using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Html;

/// <summary>Scenarios over time, side by side where they ran side by side.</summary>
public sealed class TimelineView
{
    private const int MostMarks = 10;

    private static readonly int[] Steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 3600];

    internal TimelineView(TestRun run)
    {
        var scenarios = run.Scenarios.Where(scenario => scenario.StartedAt is not null).OrderBy(scenario => scenario.StartedAt).ToList();
        Start = scenarios.Count > 0 ? scenarios[0].StartedAt!.Value : default;
        var ends = new List<DateTimeOffset>();
        foreach (var scenario in scenarios)
        {
            var start = scenario.StartedAt!.Value;
            var lane = ends.FindIndex(end => end <= start);
            if (lane < 0)
            {
                lane = ends.Count;
                ends.Add(default);
            }

            ends[lane] = start + scenario.Duration;
            Bars.Add(new(scenario, lane, (start - Start).TotalSeconds, Math.Max(scenario.Duration.TotalSeconds, 0.05)));
        }

        Lanes = ends.Count;
        Seconds = Bars.Count > 0 ? Bars.Max(bar => bar.From + bar.Seconds) : 0;
    }

    internal DateTimeOffset Start { get; }

    internal int Lanes { get; }

    /// <summary>From the first scenario's start to the last one's end.</summary>
    internal double Seconds { get; }

    internal List<TimelineBar> Bars { get; } = [];

    /// <summary>Seconds between two marks: few marks, at round numbers.</summary>
    internal int Step => Steps.FirstOrDefault(step => Seconds / step <= MostMarks, Steps[^1]);
}
