using System.Globalization;

namespace Estaleiro.Contract;

/// <summary>
/// The evidence that reports know by name. Its files are numbered in the order in which a scenario kept them: <c>02-events.txt</c>.
/// </summary>
public static class EvidenceNames
{
    /// <summary>The scenario's outcome, as it was compared with the snapshot.</summary>
    public const string Outcome = "outcome.yaml";

    /// <summary>The objects that the scenario made, as they were at its end; compared between runs, never with a snapshot.</summary>
    public const string Observations = "observations.yaml";

    /// <summary>After a failure, the events of the scenario's namespace, one a line.</summary>
    public const string Events = "events.txt";

    /// <summary>After a failure, the objects of the scenario's namespace and the nodes.</summary>
    public const string Objects = "objects.yaml";

    /// <summary>A <see cref="FailureNote"/>.</summary>
    public const string Failure = "failure.json";

    /// <summary>Begins recorded text that is a command to run by hand. Other text is what a command printed, or a remark.</summary>
    public const string Prompt = "$ ";

    private const string ClusterPrefix = "cluster-";

    private const string ClusterSuffix = ".json";

    /// <summary>A <see cref="ClusterNote"/>.</summary>
    public static string Cluster(string cluster) => ClusterPrefix + cluster + ClusterSuffix;

    /// <summary>An <see cref="Outages.OutageRow"/>.</summary>
    public const string Outage = "outage.json";

    /// <summary>Whether evidence is a <see cref="ClusterNote"/>.</summary>
    public static bool IsCluster(string? name) =>
        name is not null
        && name.StartsWith(ClusterPrefix, StringComparison.Ordinal)
        && name.EndsWith(ClusterSuffix, StringComparison.Ordinal);

    /// <summary>
    /// Whether evidence is for reports to read, and not for people. Observations would make a report several times as large: they are files beside it.
    /// </summary>
    public static bool IsNote(string? name) => name is Failure or Outage or Observations || IsCluster(name);

    /// <summary>The name of a file of evidence.</summary>
    /// <param name="number">Its number in the scenario, from 1.</param>
    /// <param name="name">What it is.</param>
    public static string FileName(int number, string name) => string.Create(CultureInfo.InvariantCulture, $"{number:00}-{name}");

    /// <summary>What a file of evidence is: its name without the number.</summary>
    public static string Of(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var name = fileName.AsSpan().TrimStart("0123456789");
        return name is ['-', _, ..] && name.Length < fileName.Length ? name[1..].ToString() : fileName;
    }
}
