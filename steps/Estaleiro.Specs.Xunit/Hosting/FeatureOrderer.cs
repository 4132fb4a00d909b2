using Xunit;
using Xunit.Abstractions;

namespace Estaleiro.Specs.Xunit.Hosting;

/// <summary>Runs features in the order of their folders and titles, for runs that somebody watches: xunit's own order is none.</summary>
internal sealed class FeatureOrderer : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
