namespace Estaleiro.Reports.Model;

/// <summary>A hook that ran once, before or after all scenarios.</summary>
/// <param name="Name">The hook's name.</param>
/// <param name="Status">Its status; <see cref="ResultStatus.Unknown"/> if it did not finish.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Message">What went wrong, or null.</param>
/// <param name="Attachments">Attachments made while it ran.</param>
public sealed record HookResult(
    string Name, ResultStatus Status, TimeSpan Duration, string? Message, IReadOnlyList<AttachedFile> Attachments);
