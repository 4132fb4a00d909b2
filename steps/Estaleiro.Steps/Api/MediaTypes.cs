namespace Estaleiro.Steps.Api;

/// <summary>The content types of requests (https://kubernetes.io/docs/reference/using-api/api-concepts/#patch-and-apply).</summary>
public static class MediaTypes
{
    /// <summary>Whole objects.</summary>
    public const string Json = "application/json";

    /// <summary>RFC 7396: what is given replaces, null removes.</summary>
    public const string MergePatch = "application/merge-patch+json";

    /// <summary>RFC 6902: a list of operations.</summary>
    public const string JsonPatch = "application/json-patch+json";

    /// <summary>As a merge patch, but lists of things with a key are merged by that key.</summary>
    public const string StrategicMergePatch = "application/strategic-merge-patch+json";

    /// <summary>Server-side apply: the fields a manager wants to own.</summary>
    public const string ApplyPatch = "application/apply-patch+yaml";

    /// <summary>What kubectl accepts when it prints a list.</summary>
    public const string Table = "application/json;as=Table;v=v1;g=meta.k8s.io";

    /// <summary>A content type by the name that specs give it.</summary>
    /// <exception cref="FormatException">There is no such name; a media type in full is its own name.</exception>
    public static string Named(string name) => name switch
    {
        "JSON patch" => JsonPatch,
        "merge patch" => MergePatch,
        "strategic merge patch" => StrategicMergePatch,
        "apply" => ApplyPatch,
        "table" => Table,
        _ when name.Contains('/', StringComparison.Ordinal) => name,
        _ => throw new FormatException(
            $"'{name}' is no format. Write JSON patch, merge patch, strategic merge patch, apply, table, or a media type such as text/plain."),
    };
}
