using System.Reflection;
using Estaleiro.Gherkin.Execution;
using Estaleiro.Gherkin.Parsing;
using Xunit;
using Xunit.Abstractions;

namespace Estaleiro.Gherkin.Hosting;

/// <summary>What generated feature classes share between their scenarios: the feature, read, and its run.</summary>
public abstract class FeatureFixture : IAsyncLifetime
{
    private readonly FeatureRun run;

    /// <summary>Reads the feature.</summary>
    /// <param name="assembly">The assembly with the bindings.</param>
    /// <param name="uri">The file, relative to the repository.</param>
    /// <param name="folder">Its folder, relative to the project.</param>
    /// <param name="source">Its text.</param>
    protected FeatureFixture(Assembly assembly, string uri, string folder, string source)
    {
        var specRun = SpecRunRegistry.Of(assembly);
        run = specRun.Feature(FeatureDocument.Parse(source, uri, specRun.Ids), folder);
    }

    /// <summary>Runs the before-feature hooks; their failure shows in every scenario.</summary>
    public Task InitializeAsync() => run.StartAsync();

    /// <summary>Runs the after-feature hooks. Their failure is reported at the end of the run, with its message, which xunit would leave out here.</summary>
    public async Task DisposeAsync()
    {
        try
        {
            await run.FinishAsync();
        }
        catch (Exception error)
        {
            run.Run.AddLateError(new SpecRunException($"After feature '{run.Context.FeatureInfo.Title}' ({run.Document.Uri}): {error.Message}", error));
        }
    }

    /// <summary>Prepares the scenario at a place of the file.</summary>
    public ScenarioExecution Scenario(int index, ITestOutputHelper output) => new(run, index, output);
}
