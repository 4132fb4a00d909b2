using System.Reflection;

namespace Estaleiro.Steps.Runs;

/// <summary>Where the specs were built from: snapshots, workloads and results live beside them.</summary>
public static class Repository
{
    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot")!;

    /// <summary>The folders of the features that were built: the kit's own, or a user's.</summary>
    public static IReadOnlyList<string> FeatureFolders { get; } =
        Metadata("Specs")?.Split(';', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } specs ? specs : [Features];

    /// <summary>The folder of the specs.</summary>
    public static string Features => Path.Combine(Root, "features");

    /// <summary>The folder of the manifests and scripts that specs deploy.</summary>
    public static string Workloads => Path.Combine(Root, "fixtures", "workloads");

    private static string? Metadata(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .SingleOrDefault(attribute => attribute.Key == key)?.Value;
}
