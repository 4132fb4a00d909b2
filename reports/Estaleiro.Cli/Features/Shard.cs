using System.Globalization;

namespace Estaleiro.Cli.Features;

/// <summary>
/// One of several parts of a selection that run on machines of their own. Parts share no feature, and together they are the whole: who runs part
/// is told by the features alone, so that every machine comes to the same answer without asking the others.
/// </summary>
/// <param name="Part">Which part, from 1.</param>
/// <param name="Parts">How many there are.</param>
internal sealed record Shard(int Part, int Parts)
{
    internal const string OwnCluster = "@own-cluster";

    /// <summary>Clusters take longer to come and go than most scenarios; a scenario that has one to itself counts as so many.</summary>
    private const int WeightOfOwnCluster = 8;

    /// <summary>Reads <c>2/5</c>; null where it isn't that.</summary>
    internal static Shard? Parse(string text) =>
        text.Split('/') is [var part, var parts]
        && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(parts, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && number >= 1 && number <= count
            ? new(number, count)
            : null;

    /// <summary>The features of this part, in the order they came in.</summary>
    /// <remarks>
    /// A feature stays whole: its scenarios share what it set up. The heaviest come first, each to the part that has least so far; features with
    /// clusters of their own are dealt out before the others, so that no part gets all of them.
    /// </remarks>
    internal IReadOnlyList<KnownFeature> Of(IReadOnlyList<KnownFeature> features)
    {
        var loads = new int[Parts];
        HashSet<KnownFeature> mine = new(ReferenceEqualityComparer.Instance);
        foreach (var feature in features
            .OrderByDescending(OwnClusters)
            .ThenByDescending(feature => feature.Scenarios.Count)
            .ThenBy(feature => feature.Path, StringComparer.Ordinal))
        {
            var least = Array.IndexOf(loads, loads.Min());
            loads[least] += feature.Scenarios.Count + (OwnClusters(feature) * (WeightOfOwnCluster - 1));
            if (least == Part - 1)
            {
                mine.Add(feature);
            }
        }

        return [.. features.Where(mine.Contains)];
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Part}/{Parts}");

    private static int OwnClusters(KnownFeature feature) => feature.Scenarios.Count(scenario => scenario.Tags.Contains(OwnCluster));
}
