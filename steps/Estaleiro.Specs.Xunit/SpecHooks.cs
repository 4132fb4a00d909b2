using Estaleiro.Specs.Xunit.Hosting;
using Estaleiro.Specs.Xunit.Pacing;
using Reqnroll;
using Xunit;

namespace Estaleiro.Specs.Xunit;

/// <summary>Comes before every other hook of a scenario: it does not begin where it cannot run, is ignored, or is left out.</summary>
[Binding]
public sealed class SpecHooks(SpecRun run, FeatureContext feature, ScenarioContext scenario)
{
    private const string Ignore = "ignore";

    /// <summary>Throws why the scenario cannot run.</summary>
    [BeforeScenario(Order = int.MinValue)]
    public async Task BeginAsync()
    {
        if ((run.Failure ?? feature.TestError) is { } failure)
        {
            throw failure is SkipException ? failure : new SpecRunException(failure.Message, failure);
        }

        Skip.If(scenario.ScenarioInfo.CombinedTags.Contains(Ignore, StringComparer.OrdinalIgnoreCase), "Ignored: the scenario is tagged @ignore.");
        if (scenario.ScenarioContainer.IsRegistered<IStepPaceFactory>())
        {
            var pace = scenario.ScenarioContainer.Resolve<IStepPaceFactory>().Create(scenario.ScenarioContainer);
            scenario.ScenarioContainer.Resolve<ScenarioExecution>().Pace = pace;
            await pace.BeforeScenarioAsync();
        }
    }
}
