namespace Estaleiro.Steps.Api;

/// <summary>A kind as the API server serves it, from discovery.</summary>
public sealed record ApiResource(string ApiVersion, string Kind, string Plural, bool Namespaced)
{
    /// <summary>The path of one object, or of the collection where <paramref name="name"/> is null.</summary>
    public string PathOf(string? ns, string? name)
    {
        var root = ApiVersion.Contains('/', StringComparison.Ordinal) ? $"/apis/{ApiVersion}" : $"/api/{ApiVersion}";
        var scope = Namespaced && ns is not null ? $"/namespaces/{ns}" : "";
        return $"{root}{scope}/{Plural}{(name is null ? "" : $"/{name}")}";
    }
}
