using Estaleiro.Contract;

namespace Estaleiro.Reports.Model;

/// <summary>A scenario, or one example of an outline, with what came of it.</summary>
public sealed record ScenarioResult
{
    /// <summary>The feature's title; its path where the title is not known.</summary>
    public required string Feature { get; init; }

    /// <summary>The rule it belongs to, or null.</summary>
    public string? Rule { get; init; }

    /// <summary>The scenario's title, an example's values filled in.</summary>
    public required string Name { get; init; }

    /// <summary>Path of the feature file as the messages give it.</summary>
    public required string Uri { get; init; }

    /// <summary>Its line in the feature file: of an example, the example's row. 0 where it is not known.</summary>
    public long Line { get; init; }

    /// <summary>The columns and values of the example it is; none for a plain scenario.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Example { get; init; } = [];

    /// <summary>Its tags with the at sign, those of feature, rule and examples included.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Its hooks and steps in the order they were to run.</summary>
    public required IReadOnlyList<StepResult> Steps { get; init; }

    /// <summary>What was attached outside of any step.</summary>
    public IReadOnlyList<AttachedFile> Attachments { get; init; } = [];

    /// <summary>The worst status of its steps and hooks.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>Whether it came to its end. One that did not was interrupted.</summary>
    public required bool Finished { get; init; }

    /// <summary>When it started, or null where the messages do not say.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How long it took; of an unfinished one, what its steps took so far.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>0 for the first attempt, more where the runner tried again.</summary>
    public long Attempt { get; init; }

    /// <summary>The step or hook that decided <see cref="Status"/> where that is worse than passed, or null.</summary>
    public StepResult? Culprit { get; init; }

    /// <summary>What was attached to its steps and hooks, and outside of them.</summary>
    public IEnumerable<AttachedFile> AllAttachments => Steps.SelectMany(step => step.Attachments).Concat(Attachments);

    /// <summary>What the test process knew of its failure beyond the message, or null.</summary>
    public FailureNote? FailureNote => AllAttachments
        .Where(file => file.EvidenceName == EvidenceNames.Failure)
        .Select(file => FailureNote.TryParse(file.Body))
        .FirstOrDefault(note => note is not null);

    /// <summary>How a summary counts it.</summary>
    public ScenarioOutcome Outcome => (Finished, Status) switch
    {
        (_, > ResultStatus.Skipped) => ScenarioOutcome.Failed,
        (false, _) => ScenarioOutcome.Unfinished,
        (_, ResultStatus.Skipped) => ScenarioOutcome.Skipped,

        // Cucumber counts a scenario without steps neither passed nor failed; one that finished without a result did nothing.
        (_, ResultStatus.Unknown) when Steps.Count > 0 => ScenarioOutcome.Unfinished,
        _ => ScenarioOutcome.Passed,
    };

    /// <summary>Why it was skipped, or null where it was not.</summary>
    public string? SkipReason => Outcome == ScenarioOutcome.Skipped ? Culprit?.Message ?? "no reason given" : null;

    /// <summary>Path and line, as editors open them.</summary>
    public string Location => Line > 0 ? $"{Uri}:{Line}" : Uri;

    /// <summary>Title, with the example it is: examples of one outline often share it.</summary>
    public string Title => Example.Count == 0
        ? Name
        : $"{Name} ({string.Join(", ", Example.Select(cell => $"{cell.Key}={cell.Value}"))})";
}
