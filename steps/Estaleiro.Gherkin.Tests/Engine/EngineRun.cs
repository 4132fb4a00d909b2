using Estaleiro.Gherkin.Bindings;
using Estaleiro.Gherkin.Execution;
using Estaleiro.Gherkin.Messages;
using Estaleiro.Gherkin.Parsing;
using Io.Cucumber.Messages.Types;
using Exception = System.Exception;

namespace Estaleiro.Gherkin.Tests.Engine;

/// <summary>Runs a feature given as text with the bindings of some classes, as generated code would, and keeps all that came of it.</summary>
internal sealed class EngineRun
{
    public List<Envelope> Messages { get; } = [];

    /// <summary>What each scenario threw, null for one that passed.</summary>
    public List<Exception?> Scenarios { get; } = [];

    public Exception? FeatureEnd { get; private set; }

    public Exception? RunEnd { get; private set; }

    public List<string> Output { get; } = [];

    public IEnumerable<TestStepResultStatus> Statuses => Messages.Where(message => message.TestStepFinished is not null).Select(message => message.TestStepFinished.TestStepResult.Status);

    public bool IsDryRun { get; init; }

    public static async Task<EngineRun> DryOfAsync(string feature, params Type[] bindings)
    {
        var result = new EngineRun { IsDryRun = true };
        await result.RunAsync(feature, new ListSink(result.Messages), bindings);
        return result;
    }

    public static async Task<EngineRun> OfAsync(string feature, params Type[] bindings)
    {
        var result = new EngineRun();
        await result.RunAsync(feature, new ListSink(result.Messages), bindings);
        return result;
    }

    public async Task RunAsync(string text, IMessageSink sink, params Type[] bindings)
    {
        var run = new SpecRun(newId => BindingRegistry.Load(bindings, newId), sink) { IsDryRun = IsDryRun };
        await run.StartAsync();
        var document = FeatureDocument.Parse(text.ReplaceLineEndings("\n"), "features/x.feature", run.Ids);
        var feature = run.Feature(document, "features");
        await feature.StartAsync();
        for (var index = 0; index < document.Scenarios.Count; index++)
        {
            Scenarios.Add(await CatchAsync(() => ScenarioAsync(feature, index)));
        }

        FeatureEnd = await CatchAsync(feature.FinishAsync);
        RunEnd = await CatchAsync(run.FinishAsync);
    }

    private async Task ScenarioAsync(FeatureRun feature, int index)
    {
        var scenario = feature.Scenario(index, Output.Add);
        try
        {
            await scenario.StartAsync();
            for (var step = 0; step < scenario.StepCount; step++)
            {
                await scenario.StepAsync(step);
            }
        }
        finally
        {
            await scenario.EndAsync();
        }
    }

    private static async Task<Exception?> CatchAsync(Func<Task> action)
    {
        try
        {
            await action();
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    private sealed class ListSink(List<Envelope> messages) : IMessageSink
    {
        public void Write(Envelope envelope) => messages.Add(envelope);
    }
}
