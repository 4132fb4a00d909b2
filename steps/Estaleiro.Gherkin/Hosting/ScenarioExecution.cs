using Estaleiro.Gherkin.Execution;
using Xunit.Abstractions;

namespace Estaleiro.Gherkin.Hosting;

/// <summary>A scenario for generated code to run: start, each step by its index, end.</summary>
public sealed class ScenarioExecution
{
    private readonly ScenarioRun run;

    internal ScenarioExecution(FeatureRun feature, int index, ITestOutputHelper output)
    {
        run = feature.Scenario(index, output.WriteLine);
        run.Register(output);
    }

    /// <summary>Runs the before-scenario hooks. Throws what a hook throws, or why no scenario can run.</summary>
    public Task StartAsync() => run.StartAsync();

    /// <summary>Runs a step and its hooks. Throws what the step throws, or that it is undefined, ambiguous or pending.</summary>
    public Task StepAsync(int index) => run.StepAsync(index);

    /// <summary>Runs the after-scenario hooks and disposes the scenario's objects. Must be called whatever happened before.</summary>
    public Task EndAsync() => run.EndAsync();
}
