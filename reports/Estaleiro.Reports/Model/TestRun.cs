using Estaleiro.Reports.Messages;

namespace Estaleiro.Reports.Model;

/// <summary>A run as its messages tell it: the one source of every report.</summary>
public sealed record TestRun
{
    /// <summary>The features of which at least one scenario was started, by path.</summary>
    public required IReadOnlyList<FeatureResult> Features { get; init; }

    /// <summary>The hooks that ran once for the whole run.</summary>
    public IReadOnlyList<HookResult> Hooks { get; init; } = [];

    /// <summary>When the run started, or null where the messages do not say.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the run ended, or null where it was interrupted.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What ran it and on what (<c>implementation</c>, <c>runtime</c>, <c>os</c>, <c>cpu</c>, <c>ci</c>), as far as the messages say.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; } = [];

    /// <summary>
    /// What keeps these messages from being the whole, sound story of a run, one line each: no end, lines that could not be read,
    /// feature files that could not be parsed, an error outside of any scenario. A run with problems is never green.
    /// </summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Whether there was no cluster to run anything on: the failures say why.</summary>
    public bool NoCluster { get; init; }

    /// <summary>All scenarios that were started, feature by feature.</summary>
    public IEnumerable<ScenarioResult> Scenarios => Features.SelectMany(feature => feature.AllScenarios);

    /// <summary>From start to end; to the last thing known where the run was interrupted.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether every scenario passed or was skipped and nothing is missing.</summary>
    public bool IsGreen =>
        Problems.Count == 0
        && Hooks.All(hook => hook.Status is ResultStatus.Passed or ResultStatus.Skipped)
        && Scenarios.All(scenario => scenario.Outcome is ScenarioOutcome.Passed or ScenarioOutcome.Skipped);

    /// <summary>Reads a finished run's messages from a file.</summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static TestRun Load(string path)
    {
        using var reader = MessageReader.Open(path);
        return Load(reader);
    }

    /// <summary>Reads a finished run's messages.</summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public static TestRun Load(MessageReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var recorder = new TestRunRecorder();
        foreach (var envelope in reader.ReadToEnd())
        {
            recorder.Add(envelope);
        }

        return recorder.ToTestRun(reader.Problems);
    }
}
