using System.Globalization;

namespace Estaleiro.Cli.Features;

/// <summary>
/// One part of a selection that is spread over several machines. Each feature is in exactly one part. The split depends on the features
/// alone, so all machines compute the same one without communicating.
/// </summary>
/// <param name="Part">The part's number, starting at 1.</param>
/// <param name="Parts">The number of parts.</param>
internal sealed record Shard(int Part, int Parts)
{
    internal const string OwnCluster = "@own-cluster";

    /// <summary>
    /// The weight of a scenario with its own cluster: starting and removing the cluster takes longer than most scenarios.
    /// </summary>
    private const int WeightOfOwnCluster = 8;

    /// <summary>Parses <c>2/5</c>; null if the text has another form.</summary>
    internal static Shard? Parse(string text) =>
        text.Split('/') is [var part, var parts]
        && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(parts, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && number >= 1 && number <= count
            ? new(number, count)
            : null;

    /// <summary>The features of this part, in their original order.</summary>
    /// <remarks>
    /// A feature is never split, because its scenarios share set-up. The heaviest features are assigned first, each to the part with the
    /// least weight so far. Features with their own clusters are assigned before the others, so that no part gets all of them.
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
