using Estaleiro.Contract;
using Xunit;

namespace Estaleiro.Reports.Tests;

public sealed class ContractTests
{
    [Fact]
    public void Notices_are_one_line_and_come_back_as_they_were()
    {
        Notice[] notices =
        [
            new TextNotice("cluster estaleiro-ab12: node1 Ready\nA › b: waits for c"),
            new WaitNotice("A: B", "c › d", "e: waits for f", null),
            new WaitNotice("A", "b", "c", TimeSpan.FromSeconds(12.5)),
        ];

        Assert.All(notices, notice => Assert.DoesNotContain('\n', notice.ToJson()));
        Assert.Equal(notices, notices.Select(notice => Notice.TryParse(notice.ToJson())));
        Assert.Equal("""{"kind":"wait","feature":"A: B","scenario":"c › d","awaited":"e: waits for f"}""", notices[1].ToJson());
    }

    [Theory]
    [InlineData("")]
    [InlineData("A › b: waits for c")]
    [InlineData("""{"kind":"text","te""")]
    [InlineData("""{"kind":"unheard-of","text":"a"}""")]
    [InlineData("""{"text":"a"}""")]
    [InlineData("null")]
    public void Other_lines_are_no_notices(string line) => Assert.Null(Notice.TryParse(line));

    [Theory]
    [InlineData("01-outcome.yaml", EvidenceNames.Outcome)]
    [InlineData("123-events.txt", EvidenceNames.Events)]
    [InlineData("mario.wav", "mario.wav")]
    [InlineData("8-bit", "bit")]
    [InlineData("-x", "-x")]
    [InlineData("01-", "01-")]
    [InlineData("2026", "2026")]
    public void Evidence_is_known_by_its_name_without_the_number(string file, string name) => Assert.Equal(name, EvidenceNames.Of(file));

    [Fact]
    public void What_is_kept_is_known_by_the_same_name()
    {
        Assert.Equal(EvidenceNames.Cluster("a"), EvidenceNames.Of(EvidenceNames.FileName(7, EvidenceNames.Cluster("a"))));
        Assert.True(EvidenceNames.IsCluster(EvidenceNames.Cluster("a")));
        Assert.False(EvidenceNames.IsCluster("my-cluster-a.json"));
        Assert.All([EvidenceNames.Failure, EvidenceNames.Observations, EvidenceNames.Cluster("a")], name => Assert.True(EvidenceNames.IsNote(name)));
        Assert.False(EvidenceNames.IsNote(EvidenceNames.Outcome));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"name":null}""")]
    [InlineData("""{"name":{}}""")]
    public void What_is_no_cluster_note_tells_of_none(string json) => Assert.Null(ClusterNote.TryParse(json));
}
