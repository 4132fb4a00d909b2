using System.Text.Json;

namespace Estaleiro.Contract;

/// <summary>What a failed scenario left behind on purpose: a line of <see cref="RunFiles.Kept"/>.</summary>
/// <param name="Scenario">Its feature and title.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Cluster">The cluster's name, as <c>down</c> takes it; null on an existing cluster, where only the namespace was kept.</param>
/// <param name="Kubeconfig">The path for KUBECONFIG; null on an existing cluster.</param>
/// <param name="Nodes">The names of the nodes' containers.</param>
public sealed record KeptScenario(string Scenario, string Namespace, string? Cluster, string? Kubeconfig, IReadOnlyList<string> Nodes)
{
    private static readonly Lock Writing = new();

    /// <summary>Adds it to a run's list.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public void AppendTo(string folder)
    {
        lock (Writing)
        {
            Directory.CreateDirectory(folder);
            File.AppendAllText(Path.Combine(folder, RunFiles.Kept), JsonSerializer.Serialize(this) + "\n");
        }
    }

    /// <summary>Reads a run's list; empty if nothing was kept.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<KeptScenario> ReadFrom(string folder)
    {
        var path = Path.Combine(folder, RunFiles.Kept);
        return File.Exists(path) ? [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<KeptScenario>(line)!)] : [];
    }
}
