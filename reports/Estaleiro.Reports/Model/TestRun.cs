using Estaleiro.Reports.Messages;

namespace Estaleiro.Reports.Model;

/// <summary>A run, read from its messages. Every report is made from it.</summary>
public sealed record TestRun
{
    /// <summary>The features with at least one started scenario, by path.</summary>
    public required IReadOnlyList<FeatureResult> Features { get; init; }

    /// <summary>The hooks that ran once for the whole run.</summary>
    public IReadOnlyList<HookResult> Hooks { get; init; } = [];

    /// <summary>When the run started, or null if unknown.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the run ended, or null if it was interrupted.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>
    /// The runner and its environment (<c>implementation</c>, <c>runtime</c>, <c>os</c>, <c>cpu</c>, <c>ci</c>), as far as known.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; } = [];

    /// <summary>
    /// Reasons why the messages are incomplete or invalid, one line each: no end, unreadable lines, feature files that could not be parsed,
    /// an error outside any scenario. A run with problems is never green.
    /// </summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Whether no cluster started; the failures say why.</summary>
    public bool NoCluster { get; init; }

    /// <summary>All scenarios that were started, feature by feature.</summary>
    public IEnumerable<ScenarioResult> Scenarios => Features.SelectMany(feature => feature.AllScenarios);

    /// <summary>The time from start to end, or to the last known event if the run was interrupted.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether every scenario passed or was skipped and nothing is missing.</summary>
    public bool IsGreen =>
        Problems.Count == 0
        && Hooks.All(hook => hook.Status is ResultStatus.Passed or ResultStatus.Skipped)
        && Scenarios.All(scenario => scenario.Outcome is ScenarioOutcome.Passed or ScenarioOutcome.Skipped);

    /// <summary>Reads a finished run's messages from a file.</summary>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read the file.</exception>
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
