using Estaleiro.Contract;

namespace Estaleiro.Reports.Model;

/// <summary>Something attached to a step, a scenario or a run hook.</summary>
/// <param name="Name">Its file name, or null.</param>
/// <param name="MediaType">Its media type (<c>text/plain</c>).</param>
/// <param name="Body">Its content: text, or base64 where <paramref name="IsBase64"/> says so.</param>
/// <param name="IsBase64">Whether the body is base64.</param>
/// <param name="Url">Where it is kept, where the body is not in the messages.</param>
/// <param name="At">When it was attached, or null where the messages do not say.</param>
public sealed record AttachedFile(string? Name, string MediaType, string Body, bool IsBase64, string? Url, DateTimeOffset? At = null)
{
    /// <summary>Its name among the scenario's evidence, without the number; null for what has no text or no name.</summary>
    internal string? EvidenceName => this is { IsBase64: false, Url: null, Name: { } name } ? EvidenceNames.Of(name) : null;

    /// <summary>Whether it is text that was recorded, and no file.</summary>
    internal bool IsRecorded => this is { Name: null, IsBase64: false, Url: null };
}
