using System.Reflection;
using Estaleiro.Gherkin.Bindings;
using Estaleiro.Gherkin.Execution;
using Estaleiro.Gherkin.Messages;
using Xunit.Abstractions;
using Xunit.Sdk;
using IMessageSink = Xunit.Abstractions.IMessageSink;

namespace Estaleiro.Gherkin.Hosting;

/// <summary>Puts a run around the assembly's tests, if scenarios are among them.</summary>
internal sealed class SpecTestAssemblyRunner(
    ITestAssembly testAssembly,
    IEnumerable<IXunitTestCase> testCases,
    IMessageSink diagnosticMessageSink,
    IMessageSink executionMessageSink,
    ITestFrameworkExecutionOptions executionOptions)
    : XunitTestAssemblyRunner(testAssembly, testCases, diagnosticMessageSink, executionMessageSink, executionOptions)
{
    private Assembly? assembly;
    private SpecRun? run;
    private NdjsonMessageSink? file;
    private StartingOrder? order;

    protected override async Task AfterTestAssemblyStartingAsync()
    {
        await base.AfterTestAssemblyStartingAsync();
        if (!TestCases.OfType<ScenarioTestCase>().Any())
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("ESTALEIRO_WORKSHOP") is { Length: > 0 })
        {
            TestCollectionOrderer = new FeatureOrderer();
        }

        TestCollectionOrderer = order = new StartingOrder(TestCollectionOrderer);
        assembly = ((IReflectionAssemblyInfo)TestAssembly.Assembly).Assembly;
        var path = MessagesPath.Of(assembly);
        file = path is null ? null : new NdjsonMessageSink(path);
        run = new SpecRun(newId => BindingRegistry.Load([assembly], newId), file is null ? new NoMessageSink() : file)
        {
            IsDryRun = Environment.GetEnvironmentVariable("ESTALEIRO_DRY_RUN") is { Length: > 0 },
        };
        SpecRunRegistry.Enter(assembly, run);
        await run.StartAsync();
    }

    // xunit 2 lets this exception end the process, before any hook could take down what the run started.
    protected override async Task<RunSummary> RunTestCollectionAsync(
        IMessageBus messageBus, ITestCollection testCollection, IEnumerable<IXunitTestCase> testCases, CancellationTokenSource cancellationTokenSource)
    {
        try
        {
            Task<RunSummary> RunAsync() => base.RunTestCollectionAsync(messageBus, testCollection, testCases, cancellationTokenSource);
            return order is null ? await RunAsync() : await order.InTurnAsync(testCollection, RunAsync, cancellationTokenSource.Token);
        }
        catch (OperationCanceledException) when (cancellationTokenSource.IsCancellationRequested)
        {
            return new RunSummary();
        }
    }

    protected override async Task BeforeTestAssemblyFinishedAsync()
    {
        if (run is not null)
        {
            try
            {
                await run.FinishAsync();
            }
            catch (Exception error)
            {
                foreach (var inner in error is AggregateException several ? several.InnerExceptions : [error])
                {
                    Report(inner);
                }
            }

            SpecRunRegistry.Leave(assembly!);
            file?.Dispose();
        }

        await base.BeforeTestAssemblyFinishedAsync();
    }

    // The runner for VSTest shows only the type of such an error, so the message goes there; the test run then ends as failed.
    private void Report(Exception error) => ExecutionMessageSink.OnMessage(new TestAssemblyCleanupFailure(
        TestCases,
        TestAssembly,
        [$"{error.GetType().FullName}: {error.Message.ReplaceLineEndings(" ")}"],
        [error.Message],
        [error.StackTrace],
        [-1]));
}
