using Estaleiro.Reports.Html;
using Io.Cucumber.Messages.Types;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Reports.Tests;

public sealed class TimelineViewTests
{
    private const string Uri = MessageScript.Uri;

    [Fact]
    public void A_cluster_is_shown_from_the_first_question_for_it_until_it_is_there()
    {
        var script = MessageScript.Started().Feature(Uri, "Scheduler", ("one", ["a"]), ("two", ["b"]));
        var (one, two) = (MessageScript.Id(Uri, "one"), MessageScript.Id(Uri, "two"));
        script.Start(one).Start(two);
        script.Add(Envelope.Create(new Attachment(
            "{}", AttachmentContentEncoding.IDENTITY, "01-cluster-estaleiro-ab12.json", "application/json", null, two, null, null, null, null, script.Now())));
        script.Step(one, 0, PASSED).Step(two, 0, PASSED).End(one).End(two);

        var line = new TimelineView(script.Finished().Load());

        var cluster = Assert.Single(line.Clusters);
        Assert.Equal(("estaleiro-ab12", 0, 1.0, 1.0), (cluster.Name, cluster.Lane, cluster.From, cluster.Seconds));
        Assert.Equal([1, 2], line.Bars.Select(bar => bar.Lane));
        Assert.Equal(3, line.LaneCount);
    }
}
