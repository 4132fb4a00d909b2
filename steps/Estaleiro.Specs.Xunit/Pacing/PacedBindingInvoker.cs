using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Estaleiro.Specs.Parsing;
using Estaleiro.Specs.Xunit.Hosting;
using Reqnroll;
using Reqnroll.Bindings;
using Reqnroll.Bindings.Reflection;
using Reqnroll.Configuration;
using Reqnroll.EnvironmentAccess;
using Reqnroll.ErrorHandling;
using Reqnroll.Infrastructure;
using Reqnroll.Tracing;

namespace Estaleiro.Specs.Xunit.Pacing;

/// <summary>Runs step definitions as Reqnroll does, as often as an <see cref="IStepPace"/> wants, where one goes along with the scenario.</summary>
internal sealed class PacedBindingInvoker(
    ReqnrollConfiguration configuration, IErrorProvider errors, IBindingDelegateInvoker delegates, IEnvironmentOptions environment)
    : BindingInvoker(configuration, errors, delegates, environment)
{
    public override Task<object> InvokeBindingAsync(
        IBinding binding, IContextManager contextManager, object[] arguments, ITestTracer testTracer, DurationHolder durationHolder)
    {
        if (binding is IStepDefinitionBinding && contextManager.ScenarioContext.ScenarioContainer is var container && container.IsRegistered<IStepWords>())
        {
            var words = container.Resolve<IStepWords>();
            arguments = [.. arguments.Select(argument => Replace(argument, words))];
        }

        Task<object> RunAsync() => base.InvokeBindingAsync(binding, contextManager, arguments, testTracer, durationHolder);
        return binding is IStepDefinitionBinding && contextManager.ScenarioContext.ScenarioContainer.Resolve<ScenarioExecution>() is { Pace: { } pace } scenario
            ? PaceAsync(new(scenario.Current, (RuntimeBindingMethod)binding.Method, RunAsync), scenario, pace, testTracer, durationHolder)
            : RunAsync();
    }

    private static object Replace(object argument, IStepWords words)
    {
        if (argument is not DataTable table)
        {
            return argument is string text ? words.Replace(text) : argument;
        }

        var replaced = new DataTable([.. table.Header]);
        foreach (var row in table.Rows)
        {
            replaced.AddRow([.. row.Values.Select(words.Replace)]);
        }

        return replaced;
    }

    private static async Task<object> PaceAsync(
        Invocation step, ScenarioExecution scenario, IStepPace pace, ITestTracer tracer, DurationHolder durationHolder)
    {
        while (true)
        {
            var (result, error, duration) = await TryAsync(step, () => pace.BeforeAsync(Paced(step, scenario)));
            if (error is StepAgainException && scenario.Previous is { } previous)
            {
                (_, error, duration) = await TryAsync(previous, () => pace.BeforeAgainAsync(Paced(previous, scenario)));
                await pace.AfterAgainAsync(Paced(previous, scenario), error, duration - pace.HeldUp);
                continue;
            }

            durationHolder.Duration = duration - pace.HeldUp;
            if (await pace.RunsAgainAsync(Paced(step, scenario), error, durationHolder.Duration))
            {
                if (error is not null)
                {
                    tracer.TraceWarning($"run again by hand, after it failed: {error.Message.Split('\n')[0]}");
                }

                continue;
            }

            if (error is not null)
            {
                ExceptionDispatchInfo.Throw(error);
            }

            scenario.Previous = step;
            return result!;
        }
    }

    private static async Task<(object? Result, Exception? Error, TimeSpan Duration)> TryAsync(Invocation step, Func<Task> before)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await before();
            return (await step.RunAsync(), null, clock.Elapsed);
        }
        catch (Exception error)
        {
            return (null, error, clock.Elapsed);
        }
    }

    private static PacedStep Paced(Invocation step, ScenarioExecution scenario)
    {
        var source = scenario.Steps[step.Index];
        var document = scenario.Feature.Document;
        return new(
            step.Index + 1,
            [.. scenario.Steps.Select(other => other.Source.Title)],
            source.Table,
            source.DocString,
            step.Method.MethodInfo,
            $"{scenario.Feature.Uri}:{scenario.Scenario.Line}",
            FeatureComments.Above(scenario.Scenario.Node.Scenario, document),
            FeatureComments.Above(source.Source.Line, document));
    }
}
