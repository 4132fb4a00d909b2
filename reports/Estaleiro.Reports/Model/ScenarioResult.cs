using Estaleiro.Contract;

namespace Estaleiro.Reports.Model;

/// <summary>A scenario, or one example of an outline, with its result.</summary>
public sealed record ScenarioResult
{
    /// <summary>The feature's title, or its path if the title is unknown.</summary>
    public required string Feature { get; init; }

    /// <summary>Its rule, or null.</summary>
    public string? Rule { get; init; }

    /// <summary>The scenario's title, an example's values filled in.</summary>
    public required string Name { get; init; }

    /// <summary>The path of the feature file, as in the messages.</summary>
    public required string Uri { get; init; }

    /// <summary>Its line in the feature file; for an example, the line of its row. 0 if unknown.</summary>
    public long Line { get; init; }

    /// <summary>The example's columns and values; empty for a plain scenario.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Example { get; init; } = [];

    /// <summary>Its tags with the at sign, including those of feature, rule and examples.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Its hooks and steps, in the intended order.</summary>
    public required IReadOnlyList<StepResult> Steps { get; init; }

    /// <summary>Attachments outside any step.</summary>
    public IReadOnlyList<AttachedFile> Attachments { get; init; } = [];

    /// <summary>The worst status of its steps and hooks.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>Whether it finished. If not, it was interrupted.</summary>
    public required bool Finished { get; init; }

    /// <summary>When it started, or null if unknown.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How long it took; if unfinished, the duration of its steps so far.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The number of the attempt, starting at 0.</summary>
    public long Attempt { get; init; }

    /// <summary>The step or hook that determined a <see cref="Status"/> other than passed, or null.</summary>
    public StepResult? Culprit { get; init; }

    /// <summary>What was attached to its steps and hooks, and outside of them.</summary>
    public IEnumerable<AttachedFile> AllAttachments => Steps.SelectMany(step => step.Attachments).Concat(Attachments);

    /// <summary>What the test process knew of its failure beyond the message, or null.</summary>
    public FailureNote? FailureNote => AllAttachments
        .Where(file => file.EvidenceName == EvidenceNames.Failure)
        .Select(file => FailureNote.TryParse(file.Body))
        .FirstOrDefault(note => note is not null);

    /// <summary>The Kubernetes version of its cluster, or null.</summary>
    public string? Kubernetes => AllAttachments
        .Where(file => EvidenceNames.IsCluster(file.EvidenceName))
        .Select(file => ClusterNote.TryParse(file.Body)?.Kubernetes)
        .FirstOrDefault(version => version is not null);

    /// <summary>How a summary counts it.</summary>
    public ScenarioOutcome Outcome => (Finished, Status) switch
    {
        (_, > ResultStatus.Skipped) => ScenarioOutcome.Failed,
        (false, _) => ScenarioOutcome.Unfinished,
        (_, ResultStatus.Skipped) => ScenarioOutcome.Skipped,

        // To Cucumber, a scenario without steps is neither passed nor failed. A scenario that finished without a result did nothing.
        (_, ResultStatus.Unknown) when Steps.Count > 0 => ScenarioOutcome.Unfinished,
        _ => ScenarioOutcome.Passed,
    };

    /// <summary>Why it was skipped, or null if it was not.</summary>
    public string? SkipReason => Outcome == ScenarioOutcome.Skipped ? Culprit?.Message ?? "no reason given" : null;

    /// <summary>Path and line, as editors open them.</summary>
    public string Location => Line > 0 ? $"{Uri}:{Line}" : Uri;

    /// <summary>The title, with the example's values, because examples often share a title.</summary>
    public string Title => Example.Count == 0
        ? Name
        : $"{Name} ({string.Join(", ", Example.Select(cell => $"{cell.Key}={cell.Value}"))})";
}
