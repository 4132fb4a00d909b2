using System.Reflection;
using Estaleiro.Contract;
using Reqnroll;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Estaleiro.Specs.Xunit.Hosting;

/// <summary>Puts a run of Reqnroll's around the assembly's tests, if scenarios are among them.</summary>
internal sealed class SpecTestAssemblyRunner(
    ITestAssembly testAssembly,
    IEnumerable<IXunitTestCase> testCases,
    IMessageSink diagnosticMessageSink,
    IMessageSink executionMessageSink,
    ITestFrameworkExecutionOptions executionOptions)
    : XunitTestAssemblyRunner(testAssembly, testCases, diagnosticMessageSink, executionMessageSink, executionOptions)
{
    /// <summary>https://docs.reqnroll.net/latest/installation/configuration.html: Reqnroll counts its users unless it is told not to.</summary>
    private const string Telemetry = "REQNROLL_TELEMETRY_ENABLED";

    private Assembly? assembly;
    private StartingOrder? order;

    protected override IMessageBus CreateMessageBus() => new HarmlessMessageBus(base.CreateMessageBus());

    protected override async Task AfterTestAssemblyStartingAsync()
    {
        await base.AfterTestAssemblyStartingAsync();
        if (!TestCases.OfType<ScenarioTestCase>().Any())
        {
            return;
        }

        if (Environment.GetEnvironmentVariable(EnvironmentVariables.Workshop) is { Length: > 0 })
        {
            TestCollectionOrderer = new FeatureOrderer();
        }

        TestCollectionOrderer = order = new StartingOrder(TestCollectionOrderer);
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Telemetry)))
        {
            Environment.SetEnvironmentVariable(Telemetry, "0");
        }

        assembly = ((IReflectionAssemblyInfo)TestAssembly.Assembly).Assembly;
        try
        {
            await TestRunnerManager.OnTestRunStartAsync(assembly);
        }
        catch (Exception error)
        {
            SpecRun.Of(assembly).Fail(error);
        }
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
        if (assembly is not null)
        {
            var run = SpecRun.Of(assembly);
            try
            {
                await TestRunnerManager.OnTestRunEndAsync(assembly);
            }
            catch (Exception error)
            {
                run.AddLateError(error);
            }

            if (run.Failure is SpecRunException failure)
            {
                run.AddLateError(failure);
            }

            foreach (var error in run.LateErrors.SelectMany(Parts).DistinctBy(error => error.Message))
            {
                Report(error);
            }

            SpecRun.Forget(assembly);
        }

        await base.BeforeTestAssemblyFinishedAsync();
    }

    private static IEnumerable<Exception> Parts(Exception error) => error is AggregateException several ? several.InnerExceptions : [error];

    // The runner for VSTest shows only the type of such an error, so the message goes there; the test run then ends as failed.
    private void Report(Exception error) => ExecutionMessageSink.OnMessage(new TestAssemblyCleanupFailure(
        TestCases,
        TestAssembly,
        [$"{error.GetType().FullName}: {HarmlessMessageBus.Harmless(error.Message).ReplaceLineEndings(" ")}"],
        [HarmlessMessageBus.Harmless(error.Message)],
        [error.StackTrace],
        [-1]));
}
