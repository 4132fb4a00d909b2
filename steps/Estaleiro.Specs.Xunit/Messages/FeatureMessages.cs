using Estaleiro.Specs.Parsing;
using Io.Cucumber.Messages.Types;
using Reqnroll.Formatters.RuntimeSupport;

namespace Estaleiro.Specs.Xunit.Messages;

/// <summary>What messages say of a feature before it runs: its source, its document and its pickles.</summary>
internal sealed class FeatureMessages(FeatureDocument document) : IFeatureLevelCucumberMessages
{
    public bool HasMessages => true;

    public GherkinDocument GherkinDocument => document.Document;

    public IEnumerable<Pickle> Pickles => document.Scenarios.Select(scenario => scenario.Pickle);

    public Source Source { get; } = new(document.Uri, document.Source, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN);
}
