using Estaleiro.Contract;
using Estaleiro.Reports.Html;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Reports.Tests;

public sealed class TimelineViewTests
{
    private const string Uri = MessageScript.Uri;

    /// <summary>When the first scenario starts: a second after the script's beginning.</summary>
    private static readonly DateTimeOffset First = DateTimeOffset.FromUnixTimeSeconds(1_764_000_001);

    [Fact]
    public void A_cluster_is_shown_while_it_starts()
    {
        var line = LineOf(Cluster("late", First.AddSeconds(1), 3), Cluster("early", First.AddSeconds(-2), 3.5));

        Assert.Equal([("early", 0, 0.0, 3.5), ("late", 1, 3.0, 3.0)], line.Clusters.Select(bar => (bar.Name, bar.Lane, bar.From, bar.Seconds)));
        Assert.Equal([(2, 2.0), (3, 3.0)], line.Bars.Select(bar => (bar.Lane, bar.From)));
        Assert.Equal((2, 4), (line.ClusterLanes, line.LaneCount));
    }

    [Fact]
    public void Clusters_that_start_one_after_the_other_share_a_row() =>
        Assert.Equal(1, LineOf(Cluster("a", First, 3), Cluster("b", First.AddSeconds(3), 3)).ClusterLanes);

    [Fact]
    public void A_cluster_that_was_there_before_has_no_start()
    {
        var line = LineOf(new ClusterNote("mine", "1.30", "kubeconfig", null, null, null));

        Assert.Empty(line.Clusters);
        Assert.Equal((0, 2), (line.ClusterLanes, line.LaneCount));
    }

    [Fact]
    public void A_start_that_outlasts_the_scenarios_is_inside_the_line() => Assert.Equal(60, LineOf(Cluster("slow", First, 60)).Seconds);

    private static ClusterNote Cluster(string name, DateTimeOffset at, double seconds) =>
        new(name, "1.30", "k3s", null, null, null, StartedAt: at, StartSeconds: seconds);

    private static TimelineView LineOf(params ClusterNote[] clusters)
    {
        var script = MessageScript.Started().Feature(Uri, "Scheduler", ("one", ["a"]), ("two", ["b"]));
        var (one, two) = (MessageScript.Id(Uri, "one"), MessageScript.Id(Uri, "two"));
        script.Start(one).Start(two).Step(one, 0, PASSED).Step(two, 0, PASSED).End(one).End(two);
        return new TimelineView(script.Finished().Load(), clusters);
    }
}
