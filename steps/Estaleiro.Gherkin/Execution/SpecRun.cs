using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Estaleiro.Gherkin.Bindings;
using Estaleiro.Gherkin.BoDi;
using Estaleiro.Gherkin.Messages;
using Estaleiro.Gherkin.Parsing;
using Io.Cucumber.Messages.Types;
using Exception = System.Exception;
using HookType = Estaleiro.Gherkin.Bindings.HookType;

namespace Estaleiro.Gherkin.Execution;

/// <summary>One run of a test assembly's features: its bindings, run hooks, shared objects and messages.</summary>
internal sealed class SpecRun
{
    private readonly ObjectContainer container = new("test run");
    private readonly TestRunContext context;
    private readonly OutputHelper output;
    private readonly string runId;
    private readonly ConcurrentQueue<Exception> lateErrors = [];
    private int failed;
    private bool started;

    public SpecRun(Func<Func<string>, BindingRegistry> bindings, IMessageSink sink)
    {
        Sink = sink;
        Registry = bindings(Ids.GetNewId);
        runId = Ids.GetNewId();
        context = new TestRunContext(container);
        output = new OutputHelper(sink, _ => { });
        container.RegisterInstanceAs(context);
        container.RegisterInstanceAs<IReqnrollOutputHelper>(output);
    }

    public IMessageSink Sink { get; }

    public MessageIds Ids { get; } = new();

    public BindingRegistry Registry { get; }

    /// <summary>Whether scenarios are only bound: no hook and no step runs.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Why no scenario can run: a before-run hook failed, a binding is bad, messages cannot be written. Null if all is well.</summary>
    public Exception? Failure { get; private set; }

    internal ObjectContainer Container => container;

    internal string RunId => runId;

    public async Task StartAsync()
    {
        started = true;
        try
        {
            Sink.Write(Envelope.Create(MessageFactory.Meta()));
            foreach (var type in Registry.ParameterTypes.Custom)
            {
                Sink.Write(Envelope.Create(MessageFactory.ParameterType(type, Ids.GetNewId())));
            }

            foreach (var definition in Registry.StepDefinitions)
            {
                Sink.Write(Envelope.Create(MessageFactory.StepDefinition(definition)));
            }

            foreach (var hook in Registry.Hooks)
            {
                Sink.Write(Envelope.Create(MessageFactory.Hook(hook)));
            }

            Sink.Write(Envelope.Create(new TestRunStarted(MessageFactory.Now(), runId)));
            if (Registry.Problems.Count > 0)
            {
                throw new BindingException(string.Join('\n', Registry.Problems));
            }

            await RunHooksAsync(HookType.BeforeTestRun, null, container, output, context);
        }
        catch (Exception error)
        {
            Failure = error;
            context.TestError = error;
            Failed();
        }
    }

    public FeatureRun Feature(FeatureDocument document, string folder) => new(this, document, folder);

    /// <summary>Runs the after-run hooks, disposes what the run shares and ends the messages. Throws what went wrong with these.</summary>
    public async Task FinishAsync()
    {
        if (!started)
        {
            return;
        }

        var errors = new List<Exception>(lateErrors);
        await Collect(errors, () => RunHooksAsync(HookType.AfterTestRun, null, container, output, context));
        await Collect(errors, () => container.EndAsync());
        var success = failed == 0 && errors.Count == 0;
        await Collect(errors, () =>
        {
            var error = errors.FirstOrDefault() ?? Failure;
            var exception = error is null ? null : MessageFactory.Result(TestStepResultStatus.FAILED, TimeSpan.Zero, error).Exception;
            Sink.Write(Envelope.Create(new TestRunFinished(error?.Message, success, MessageFactory.Now(), exception, runId)));
            return Task.CompletedTask;
        });
        Errors.Throw([.. errors.DistinctBy(error => error.Message)]);
    }

    /// <summary>Notes that something failed, so that the run does not end as a success.</summary>
    public void Failed() => Interlocked.Exchange(ref failed, 1);

    /// <summary>Keeps an error that came too late for any scenario to fail with, for the end of the run to report.</summary>
    public void AddLateError(Exception error)
    {
        Failed();
        lateErrors.Enqueue(error);
    }

    internal static async Task Collect(List<Exception> errors, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception error)
        {
            errors.Add(error);
        }
    }

    /// <summary>Runs the hooks of a run or a feature in order, up to the first that fails.</summary>
    internal async Task RunHooksAsync(HookType type, ScopeSubject? subject, IObjectContainer scope, OutputHelper helper, ReqnrollContext hookContext)
    {
        foreach (var hook in IsDryRun ? [] : Registry.HooksFor(type, subject))
        {
            var id = Ids.GetNewId();
            Sink.Write(Envelope.Create(new TestRunHookStarted(id, runId, hook.Id, null, MessageFactory.Now())));
            helper.Target = new OutputTarget(null, null, id);
            var clock = Stopwatch.StartNew();
            Exception? error = null;
            try
            {
                await BindingInvoker.InvokeHookAsync(hook, scope);
            }
            catch (Exception thrown)
            {
                error = thrown;
                hookContext.TestError ??= thrown;
                if (Outcome.Of(thrown) != TestStepResultStatus.SKIPPED)
                {
                    Failed();
                }
            }

            helper.Target = new OutputTarget(null, null, null);
            Sink.Write(Envelope.Create(new TestRunHookFinished(id, MessageFactory.Result(Outcome.Of(error), clock.Elapsed, error), MessageFactory.Now())));
            if (error is not null)
            {
                ExceptionDispatchInfo.Capture(error).Throw();
            }
        }
    }
}
