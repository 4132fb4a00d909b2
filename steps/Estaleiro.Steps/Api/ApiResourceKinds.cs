using Estaleiro.Clusters.Waiting;

namespace Estaleiro.Steps.Api;

/// <summary>What discovery found, as waits want it.</summary>
public static class ApiResourceKinds
{
    /// <summary>The kind to list and watch.</summary>
    public static ResourceKind ToResourceKind(this ApiResource resource)
    {
        var parts = resource.ApiVersion.Split('/');
        return new(parts.Length == 2 ? parts[0] : "", parts[^1], resource.Plural, resource.Kind);
    }
}
