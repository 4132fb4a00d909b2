using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>What containers print.</summary>
[Binding]
public sealed class LogSteps(ScenarioCluster cluster, PodLog log, EvidenceLog evidence, Outcome outcome) : IDisposable
{
    private StreamReader? followed;
    private string followedPod = "";

    /// <summary>The text is the log from its first line to as many lines as the text has; the log is followed until it has them.</summary>
    [Given("the log of the pod {string} comes to say:")]
    [When("the log of the pod {string} comes to say:")]
    [Then("the log of the pod {string} comes to say:")]
    public Task ComesToSay(string pod, string expected) => ComesToSayAsync(pod, null, expected);

    /// <summary>Follows one container's log until it has as many lines as expected and compares all of them; records the log.</summary>
    [Then("the log of the container {string} in the pod {string} comes to say:")]
    public Task ContainerComesToSay(string container, string pod, string expected) => ComesToSayAsync(pod, container, expected);

    /// <summary>
    /// Reads the log of the container's previous instance once, as kubectl logs --previous does, and compares every line; records the
    /// log.
    /// </summary>
    [Then("the log of the pod {string} from before its restart says:")]
    public async Task FromBeforeTheRestartSays(string pod, string expected)
    {
        evidence.Kubectl($"logs -n {cluster.Namespace} {pod} --previous");
        var found = await log.ReadPreviousAsync(pod, cluster.Limit);
        Compare($"the log of {pod} from before its restart", found.TrimEnd().Split('\n'), Lines(expected));
    }

    /// <summary>A pod's log goes with the pod: whoever wants to know how it ended has to be reading before.</summary>
    [Given("somebody follows the log of the pod {string}")]
    [When("somebody follows the log of the pod {string}")]
    public Task SomebodyFollows(string pod) => FollowAsync(pod, null);

    /// <summary>Opens a following log request for one container, which a later step reads.</summary>
    [When("somebody follows the log of the container {string} in the pod {string}")]
    public Task SomebodyFollowsAContainer(string container, string pod) => FollowAsync(pod, container);

    /// <summary>Reads on in the log that an earlier step follows, as many lines as expected, and compares them; records the log.</summary>
    [Then("the log that is followed comes to say:")]
    public async Task TheFollowedLogComesToSay(string expected)
    {
        var reader = followed ?? throw new InvalidOperationException("Nobody follows a log: begin with 'Given somebody follows the log of the pod …'.");
        var wanted = Lines(expected);
        Compare($"the log of {followedPod}", await ReadAsync(reader, wanted.Length, $"{wanted.Length} lines in the log of the pod {followedPod}"), wanted);
    }

    public void Dispose() => followed?.Dispose();

    private static string[] Lines(string text) => text.TrimEnd().ReplaceLineEndings("\n").Split('\n');

    private async Task FollowAsync(string pod, string? container)
    {
        evidence.Kubectl($"logs -n {cluster.Namespace} {pod}{(container is null ? "" : $" -c {container}")} --follow");
        followed = await log.FollowAsync(pod, container, cluster.Limit);
        followedPod = pod;
    }

    private async Task ComesToSayAsync(string pod, string? container, string expected)
    {
        evidence.Kubectl($"logs -n {cluster.Namespace} {pod}{(container is null ? "" : $" -c {container}")} --follow");
        using var reader = await log.FollowAsync(pod, container, cluster.Limit);
        var wanted = Lines(cluster.Expand(expected));
        var lines = await ReadAsync(reader, wanted.Length, $"{wanted.Length} lines in the log of the pod {pod}");
        Compare(container is null ? $"the log of {pod}" : $"the log of {container} in {pod}", lines, wanted);
    }

    private void Compare(string title, IReadOnlyList<string> found, IReadOnlyList<string> wanted)
    {
        evidence.Note(string.Join('\n', found));
        Assert.True(found.SequenceEqual(wanted), $"{title} says:\n{string.Join('\n', found)}\nexpected:\n{string.Join('\n', wanted)}");
        outcome.Add(title, string.Join('\n', found) + "\n");
    }

    /// <summary>Reads as many lines, fewer where the log ends before.</summary>
    private async Task<IReadOnlyList<string>> ReadAsync(StreamReader reader, int count, string awaited)
    {
        var limit = SpecRun.Current.Scale(ScenarioCluster.StepLimit);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cluster.Limit);
        deadline.CancelAfter(limit);
        using var told = cluster.Awaiting(awaited);
        var lines = new List<string>();
        try
        {
            while (lines.Count < count && await reader.ReadLineAsync(deadline.Token) is { } line)
            {
                lines.Add(line.TrimEnd());
            }
        }
        catch (OperationCanceledException) when (!cluster.Limit.IsCancellationRequested)
        {
            Assert.Fail($"Waited {limit.TotalSeconds:0} s for {awaited}. It says:\n{string.Join('\n', lines)}");
        }

        return lines;
    }
}
