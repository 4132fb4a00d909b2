namespace Estaleiro.Reports.Model;

/// <summary>Something attached to a step, a scenario or a run hook.</summary>
/// <param name="Name">Its file name, or null.</param>
/// <param name="MediaType">Its media type (<c>text/plain</c>).</param>
/// <param name="Body">Its content: text, or base64 where <paramref name="IsBase64"/> says so.</param>
/// <param name="IsBase64">Whether the body is base64.</param>
/// <param name="Url">The URL, if the body is not in the messages.</param>
/// <param name="At">When it was attached, or null if unknown.</param>
public sealed record AttachedFile(string? Name, string MediaType, string Body, bool IsBase64, string? Url, DateTimeOffset? At = null);
