using Estaleiro.Contract;
using Estaleiro.Reports.Model;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Reports.Html;

/// <summary>A cause of failure, with the scenarios that failed because of it.</summary>
public sealed class FailureView
{
    private const int LongestHeadline = 600;
    private const int MostEvents = 12;

    private FailureView(RunFailure failure, IReadOnlyList<RunFailure> others)
    {
        Failure = failure;
        Others = others;
        (Headline, Answer, Details) = Split(failure.Cause.Trim());
        var files = failure.Scenario.AllAttachments.Where(file => file.EvidenceName is not null).ToList();
        Events =
        [
            .. (BodyOf(files, EvidenceNames.Events) ?? "")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .TakeLast(MostEvents),
        ];
        Objects = ObjectStates.Read(BodyOf(files, EvidenceNames.Objects) ?? "");
        Files = files.Count(file => !EvidenceNames.IsNote(file.EvidenceName));
    }

    /// <summary>The first scenario with this cause.</summary>
    internal RunFailure Failure { get; }

    /// <summary>The others with the same cause.</summary>
    internal IReadOnlyList<RunFailure> Others { get; }

    /// <summary>What was expected and what was found, or what was awaited.</summary>
    internal string Headline { get; }

    /// <summary>The API server's answer that the headline mentions, or null.</summary>
    internal string? Answer { get; }

    /// <summary>The text after the headline: the difference, or the last state seen and its events; or null.</summary>
    internal string? Details { get; }

    /// <summary>The last events of the scenario's namespace.</summary>
    internal IReadOnlyList<string> Events { get; }

    /// <summary>The state of its objects, and of the nodes, when it failed.</summary>
    internal ObjectStates Objects { get; }

    /// <summary>The number of files of evidence.</summary>
    internal int Files { get; }

    /// <summary>The failures by cause, in the order of the features.</summary>
    internal static IReadOnlyList<FailureView> Of(RunSummary summary) =>
    [
        .. summary.Failures.Concat(summary.Unfinished)
            .GroupBy(failure => failure.CauseKey, StringComparer.Ordinal)
            .Select(same => new FailureView(same.First(), [.. same.Skip(1)])),
    ];

    private static (string Headline, string? Answer, string? Details) Split(string cause)
    {
        var answer = cause.IndexOf(": {\"", StringComparison.Ordinal);
        if (answer is > 0 and < LongestHeadline)
        {
            return (cause[..answer], cause[(answer + 2)..], null);
        }

        var line = cause.IndexOf('\n', StringComparison.Ordinal);
        return line < 0 ? (cause, null, null) : (cause[..line].TrimEnd(), null, cause[(line + 1)..]);
    }

    private static string? BodyOf(List<AttachedFile> files, string name) =>
        files.LastOrDefault(file => file.EvidenceName == name)?.Body;
}
