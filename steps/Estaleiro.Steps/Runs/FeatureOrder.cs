using System.Reflection;
using Xunit;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Estaleiro.Steps.Runs.FeatureOrder", "Estaleiro.Steps")]

namespace Estaleiro.Steps.Runs;

/// <summary>
/// The order in which features start: the longest first, so that none of them runs alone at the end; those whose scenarios have clusters of
/// their own are spread among the others, because only so many of these run at a time.
/// </summary>
public sealed class FeatureOrder : ITestCollectionOrderer
{
    /// <summary>One feature with clusters of its own starts for so many that share one.</summary>
    private const int SharedForEachOwn = 3;

    private const string OwnCluster = "own-cluster";
    private const string Slow = "slow";
    private const string Outages = "outages";

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections)
    {
        // xunit's own order is another one every time; that of the names makes two runs comparable.
        var features = testCollections.Select(Feature.Of).OrderByDescending(feature => feature.Length).ThenBy(feature => feature.Collection.DisplayName, StringComparer.Ordinal).ToList();
        var own = new Queue<Feature>(features.Where(feature => feature.OwnsClusters));
        var shared = new Queue<Feature>(features.Where(feature => !feature.OwnsClusters));
        while (own.Count > 0 || shared.Count > 0)
        {
            if (own.TryDequeue(out var next))
            {
                yield return next.Collection;
            }

            for (var count = 0; (count < SharedForEachOwn || own.Count == 0) && shared.TryDequeue(out next); count++)
            {
                yield return next.Collection;
            }
        }
    }

    /// <summary>What the tags of a feature and its scenarios tell of how long it takes.</summary>
    /// <param name="Collection">The feature's tests.</param>
    /// <param name="OwnsClusters">Whether scenarios of it have a cluster of their own.</param>
    /// <param name="Length">How long it takes, in scenarios of the usual length.</param>
    private sealed record Feature(ITestCollection Collection, bool OwnsClusters, int Length)
    {
        // Starting a cluster, or waiting for a minute to pass, takes as long as that many other scenarios.
        private const int LongScenario = 6;

        // An outage lasts until pods of a dead node should run elsewhere, and everything has to come back after it.
        private const int OutageScenario = 18;

        /// <summary>A class's collection is named after the class; what is no class of this assembly counts as one scenario.</summary>
        public static Feature Of(ITestCollection collection)
        {
            var assembly = ((IReflectionAssemblyInfo)collection.TestAssembly.Assembly).Assembly;
            if (collection.DisplayName.Split(' ').Select(word => assembly.GetType(word)).FirstOrDefault(found => found is not null) is not { } type)
            {
                return new(collection, OwnsClusters: false, Length: 1);
            }

            var ofAll = TagsOf(type);
            var scenarios = type.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute))).Select(method => TagsOf(method).Concat(ofAll).ToHashSet()).ToList();
            return new(
                collection,
                scenarios.Exists(tags => tags.Contains(OwnCluster)),
                scenarios.Sum(tags => tags.Contains(Outages) ? OutageScenario : tags.Contains(OwnCluster) || tags.Contains(Slow) ? LongScenario : 1));
        }

        private static IEnumerable<string> TagsOf(MemberInfo member) => CustomAttributeData.GetCustomAttributes(member)
            .Where(data => data.AttributeType == typeof(TraitAttribute) && data.ConstructorArguments[0].Value is "Category")
            .Select(data => (string)data.ConstructorArguments[1].Value!);
    }
}
