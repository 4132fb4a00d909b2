using System.Reflection;

namespace Estaleiro.Steps.Runs;

/// <summary>Where the specs were built from: snapshots, workloads and results live beside them.</summary>
public static class Repository
{
    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The folder of the specs.</summary>
    public static string Features => Path.Combine(Root, "features");

    /// <summary>The folder of the manifests and scripts that specs deploy.</summary>
    public static string Workloads => Path.Combine(Root, "fixtures", "workloads");
}
