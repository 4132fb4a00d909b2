namespace Estaleiro.Reports.Model;

/// <summary>A step or a hook of a scenario, with its result.</summary>
public sealed record StepResult
{
    /// <summary>Whether this is a step of the feature file or a hook.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>The keyword as written (<c>Given</c>, <c>*</c>, <c>Dado</c>), without the space after it; empty for a hook.</summary>
    public string Keyword { get; init; } = "";

    /// <summary>The step's text, with an example's values filled in, or the hook's name.</summary>
    public required string Text { get; init; }

    /// <summary>The step's line in the feature file, or null for a hook.</summary>
    public long? Line { get; init; }

    /// <summary>Its status; <see cref="ResultStatus.Unknown"/> if the run ended before it did.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What went wrong, or why it was skipped; null if there is no message.</summary>
    public string? Message { get; init; }

    /// <summary>The exception's type, or null.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The stack trace, or null.</summary>
    public string? StackTrace { get; init; }

    /// <summary>The step's doc string, or null.</summary>
    public string? DocString { get; init; }

    /// <summary>The rows of the step's data table, or empty.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Table { get; init; } = [];

    /// <summary>Snippets for an undefined step.</summary>
    public IReadOnlyList<string> Snippets { get; init; } = [];

    /// <summary>Attachments made while it ran.</summary>
    public IReadOnlyList<AttachedFile> Attachments { get; init; } = [];

    /// <summary>Keyword and text, for display.</summary>
    public string Title => Keyword.Length == 0 ? Text : $"{Keyword} {Text}";
}
