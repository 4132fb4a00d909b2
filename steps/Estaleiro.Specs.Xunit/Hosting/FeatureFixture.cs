using System.Globalization;
using System.Reflection;
using Estaleiro.Specs.Parsing;
using Estaleiro.Specs.Xunit.Messages;
using Gherkin.CucumberMessages;
using Reqnroll;
using Xunit;
using Xunit.Abstractions;

namespace Estaleiro.Specs.Xunit.Hosting;

/// <summary>What generated feature classes share between their scenarios: the feature, read, and the test runner that it has to itself.</summary>
public abstract class FeatureFixture : IAsyncLifetime
{
    private readonly Assembly assembly;
    private readonly FeatureDocument document;
    private readonly FeatureInfo info;
    private ITestRunner? runner;

    /// <summary>Reads the feature.</summary>
    /// <param name="assembly">The test assembly.</param>
    /// <param name="uri">The file, as messages name it.</param>
    /// <param name="folder">Its folder, relative to the project.</param>
    /// <param name="source">Its text.</param>
    protected FeatureFixture(Assembly assembly, string uri, string folder, string source)
    {
        this.assembly = assembly;
        document = FeatureDocument.Parse(source, uri, new GuidIdGenerator());
        var feature = document.Feature!;
        info = new FeatureInfo(
            CultureInfo.GetCultureInfo(feature.Language),
            folder,
            feature.Name,
            string.Join('\n', (feature.Description ?? "").Split('\n').Select(line => line.Trim())),
            ProgrammingLanguage.CSharp,
            [.. document.Tags],
            new FeatureMessages(document));
    }

    /// <summary>Runs the before-feature hooks; their failure is each scenario's.</summary>
    public async Task InitializeAsync()
    {
        runner = TestRunnerManager.GetTestRunnerForAssembly(assembly, featureHint: info);
        try
        {
            await runner.OnFeatureStartAsync(info);
        }
        catch (Exception error) when (runner.FeatureContext is { TestError: { } known } && known == error)
        {
            // Kept in the feature's context, where SpecHooks finds it for each scenario.
        }
    }

    /// <summary>Runs the after-feature hooks. Their failure is reported at the end of the run, with its message, which xunit would leave out here.</summary>
    public async Task DisposeAsync()
    {
        if (runner is null)
        {
            return;
        }

        try
        {
            await runner.OnFeatureEndAsync();
        }
        catch (Exception error)
        {
            SpecRun.Of(assembly).AddLateError(new SpecRunException($"After feature '{info.Title}' ({document.Uri}): {error.Message}", error));
        }
        finally
        {
            TestRunnerManager.ReleaseTestRunner(runner);
        }
    }

    /// <summary>Prepares the scenario at a place of the file.</summary>
    /// <param name="index">Its place among the file's scenarios and examples, from 0.</param>
    /// <param name="output">Takes what the scenario prints.</param>
    public ScenarioExecution Scenario(int index, ITestOutputHelper output) =>
        new(runner ?? throw new InvalidOperationException("The feature was not started."), document, index, output);
}
