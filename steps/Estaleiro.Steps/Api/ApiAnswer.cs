using System.Net;
using System.Text.Json.Nodes;

namespace Estaleiro.Steps.Api;

/// <summary>What the API server answered to one request.</summary>
public sealed record ApiAnswer(HttpStatusCode StatusCode, string? ReasonPhrase, JsonObject Body)
{
    /// <summary>As a spec writes it: <c>409 Conflict</c>.</summary>
    public string Line => $"{(int)StatusCode} {ReasonPhrase ?? StatusCode.ToString()}";

    /// <summary>Whether the request was accepted.</summary>
    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;

    /// <summary>Whether the answer is a Status object, as every refusal is.</summary>
    public bool IsStatus => (string?)Body["kind"] == "Status";

    /// <summary>The Status object's message, or null where the answer is no Status.</summary>
    public string? Message => (string?)Body["message"];

    /// <summary>How long the server asks to wait before the same request is sent again, or null where it does not.</summary>
    public TimeSpan? RetryAfter =>
        !IsSuccess && (int?)Body["details"]?["retryAfterSeconds"] is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>The fields that the answer complains of, from the Status object's causes.</summary>
    public IReadOnlyList<string> FieldsAtFault =>
        Body["details"]?["causes"] is JsonArray causes
            ? [.. causes.Select(cause => (string?)cause?["field"]).OfType<string>()]
            : [];
}
