using System.Collections.Specialized;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Estaleiro.Gherkin.Bindings;
using Estaleiro.Gherkin.BoDi;
using Estaleiro.Gherkin.Messages;
using Estaleiro.Gherkin.Pacing;
using Estaleiro.Gherkin.Parsing;
using Io.Cucumber.Messages.Types;
using Xunit;
using Exception = System.Exception;

namespace Estaleiro.Gherkin.Execution;

/// <summary>
/// One run of a scenario or example. The caller starts it, runs its steps by their index and ends it, whatever happened before:
/// a start or step that fails throws, the end then reports the steps that were left out and runs the after-hooks.
/// </summary>
internal sealed class ScenarioRun
{
    private readonly FeatureRun feature;
    private readonly FeatureScenario scenario;
    private readonly ObjectContainer container;
    private readonly OutputHelper output;
    private readonly ScenarioPlan plan;
    private readonly string startedId;
    private readonly List<Exception> errors = [];
    private readonly HashSet<string> reported = [];
    private IStepPace? pace;
    private bool hooksStarted;
    private Exception? thrown;

    public ScenarioRun(FeatureRun feature, FeatureScenario scenario, Action<string> writeLine)
    {
        this.feature = feature;
        this.scenario = scenario;
        container = new ObjectContainer("scenario", feature.Container);
        Context = new ScenarioContext(container, InfoOf(feature, scenario), RuleOf(scenario));
        output = new OutputHelper(feature.Run.Sink, writeLine);
        container.RegisterInstanceAs(Context);
        container.RegisterInstanceAs<IReqnrollOutputHelper>(output);
        var subject = new ScopeSubject(feature.Context.FeatureInfo.Title, scenario.Title, Context.ScenarioInfo.CombinedTags);
        plan = ScenarioPlan.Of(scenario, subject, feature.Context.BindingCulture, feature.Run.Registry, feature.Run.Ids);
        startedId = feature.Run.Ids.GetNewId();
    }

    public ScenarioContext Context { get; }

    public int StepCount => plan.Steps.Count;

    private IMessageSink Sink => feature.Run.Sink;

    public void Register<T>(T instance)
        where T : class => container.RegisterInstanceAs(instance);

    public async Task StartAsync()
    {
        try
        {
            Sink.Write(Envelope.Create(plan.ToMessage(scenario.Pickle.Id, feature.Run.RunId)));
            Sink.Write(Envelope.Create(new TestCaseStarted(0, startedId, plan.TestCaseId, null, MessageFactory.Now())));
        }
        catch (SpecRunException error)
        {
            Fail(error);
            throw;
        }

        if (feature.Failure is { } failure)
        {
            FailBeforeHooks(failure is Xunit.SkipException or SpecRunException ? failure : new SpecRunException(failure.Message, failure));
        }

        if (Context.ScenarioInfo.CombinedTags.Contains("ignore", StringComparer.OrdinalIgnoreCase))
        {
            FailBeforeHooks(new SkipException("Ignored: the scenario is tagged @ignore."));
        }

        if (feature.Run.IsDryRun)
        {
            Bind();
            return;
        }

        if (container.IsRegistered<IStepPaceFactory>())
        {
            pace = container.Resolve<IStepPaceFactory>().Create(container);
            await LeadAsync(pace);
        }

        hooksStarted = true;
        await RunHooksAsync(plan.Before);
        ThrowFirst();
    }

    public async Task StepAsync(int index)
    {
        var step = plan.Steps[index];
        var info = new StepInfo(step.Query.Type, step.Query.Text, step.Query.Table, step.Query.DocString);
        Context.StepContext = new ScenarioStepContext(info);
        Context.CurrentScenarioBlock = (ScenarioBlock)step.Query.Type;
        output.Trace(step.Step.Title);
        var match = step.Matches.Count == 1 ? step.Matches[0] : null;
        if (match is not null)
        {
            await RunHooksAsync(step.Before);
        }
        else
        {
            ReportAll(step.Before, null);
        }

        if (errors.Count == 0)
        {
            await RunStepAsync(step, match);
        }
        else
        {
            Report(step, TimeSpan.Zero, null, TestStepResultStatus.SKIPPED);
        }

        if (match is not null)
        {
            await RunHooksAsync(step.After);
        }
        else
        {
            ReportAll(step.After, null);
        }

        Context.StepContext = null;
        ThrowFirst();
    }

    /// <summary>Reports steps that did not run, runs the after-hooks and disposes the scenario's objects. Throws errors not thrown yet.</summary>
    public async Task EndAsync()
    {
        await SpecRun.Collect(errors, () =>
        {
            ReportLeftOut();
            return Task.CompletedTask;
        });
        if (hooksStarted)
        {
            await SpecRun.Collect(errors, () => RunHooksAsync(plan.After));
        }
        else
        {
            await SpecRun.Collect(errors, () =>
            {
                ReportAll(plan.After, null);
                return Task.CompletedTask;
            });
        }

        var ending = new List<Exception>();
        await SpecRun.Collect(ending, () => container.EndAsync());
        errors.AddRange(ending);
        foreach (var error in ending)
        {
            // No step has it: without this the messages would tell of a scenario that passed.
            feature.Run.AddLateError(new SpecRunException($"After the scenario '{Context.ScenarioInfo.Title}': {error.Message}", error));
        }

        if (errors.Exists(error => Outcome.Of(error) != TestStepResultStatus.SKIPPED))
        {
            feature.Run.Failed();
        }

        await SpecRun.Collect(errors, () =>
        {
            Sink.Write(Envelope.Create(new TestCaseFinished(startedId, MessageFactory.Now(), false)));
            return Task.CompletedTask;
        });
        if (pace is not null)
        {
            await SpecRun.Collect(errors, () => pace.AfterScenarioAsync(errors.FirstOrDefault()));
        }

        var distinct = errors.Distinct().ToList();
        if (distinct.Count == 1 && distinct[0] == thrown)
        {
            return;
        }

        // The error that ended the scenario is thrown again only together with those that came after it.
        Errors.Throw(distinct);
    }

    private static ScenarioInfo InfoOf(FeatureRun feature, FeatureScenario scenario)
    {
        var arguments = new OrderedDictionary();
        foreach (var (name, value) in scenario.Arguments)
        {
            arguments[name] = value;
        }

        string[] inherited = [.. feature.Document.Tags, .. scenario.RuleTags];
        return new ScenarioInfo(scenario.Title, scenario.Node.Scenario.Description ?? "", [.. scenario.OwnTags], arguments, [.. inherited.Distinct()]);
    }

    private static RuleInfo? RuleOf(FeatureScenario scenario) =>
        scenario.Node.Rule is { } rule ? new RuleInfo(rule.Name, rule.Description ?? "", [.. scenario.RuleTags]) : null;

    private async Task RunStepAsync(PlannedStep step, StepMatch? match)
    {
        Started(step.TestStepId);
        var (error, duration) = pace is null || match is null ? await TryAsync(step, match, null) : await PaceAsync(step, match, pace);
        if (error is not null)
        {
            Fail(error);
        }

        var seconds = duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        output.Trace(error is null ? $"-> done: {match!.Definition.MethodText} ({seconds}s)" : $"-> {Outcome.Of(error).ToString().ToLowerInvariant()}: {FirstLine(error)} ({seconds}s)");
        Report(step, duration, error, Outcome.Of(error));
    }

    private async Task LeadAsync(IStepPace by)
    {
        try
        {
            await by.BeforeScenarioAsync();
        }
        catch (Exception error)
        {
            FailBeforeHooks(error);
        }
    }

    /// <summary>Runs a step until whoever sets the pace is content with it.</summary>
    private async Task<(Exception? Error, TimeSpan Duration)> PaceAsync(PlannedStep step, StepMatch match, IStepPace by)
    {
        var index = plan.Steps.ToList().IndexOf(step);
        while (true)
        {
            var (error, duration) = await TryAsync(step, match, () => by.BeforeAsync(Paced(index)));
            duration -= by.HeldUp;
            if (error is StepAgainException && index > 0)
            {
                await RepeatAsync(index - 1, by);
                continue;
            }

            if (!await by.RunsAgainAsync(Paced(index), error, duration))
            {
                return (error, duration);
            }

            if (error is not null)
            {
                output.Trace($"-> run again by hand, after it failed: {FirstLine(error)}");
            }
        }
    }

    private async Task RepeatAsync(int index, IStepPace by)
    {
        var step = plan.Steps[index];
        var now = output.Target;
        output.Target = new OutputTarget(startedId, step.TestStepId, null);
        var (error, duration) = await TryAsync(step, step.Matches[0], () => by.BeforeAgainAsync(Paced(index)));
        await by.AfterAgainAsync(Paced(index), error, duration - by.HeldUp);
        output.Target = now;
    }

    private PacedStep Paced(int index)
    {
        var step = plan.Steps[index];
        var document = feature.Document.Document;
        return new(
            index + 1,
            [.. plan.Steps.Select(planned => planned.Step.Title)],
            step.Query.Table,
            step.Query.DocString,
            step.Matches[0].Definition.Method,
            $"{feature.Document.Uri}:{scenario.Line}",
            FeatureComments.Above(scenario.Node.Scenario, document),
            FeatureComments.Above(step.Step.Line, document));
    }

    private async Task<(Exception? Error, TimeSpan Duration)> TryAsync(PlannedStep step, StepMatch? match, Func<Task>? before)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            if (match is null)
            {
                throw StepProblem.Of(step, scenario, feature.Document.Uri, plan);
            }

            if (before is not null)
            {
                await before();
            }

            await InvokeAsync(step, match);
            return (null, clock.Elapsed);
        }
        catch (PendingStepException pending)
        {
            return (new PendingStepException($"The step '{step.Step.Title}' is pending ({feature.Document.Uri}:{step.Step.Line}): {pending.Message}"), clock.Elapsed);
        }
        catch (Exception caught)
        {
            return (caught, clock.Elapsed);
        }
    }

    /// <summary>A dry run's scenario: every step is reported as skipped, or with what keeps it from running; all of these, not only the first.</summary>
    private void Bind()
    {
        var bound = new SkipException("Dry run: every step is bound, none was run.");
        ReportAll(plan.Before, null);
        foreach (var step in plan.Steps)
        {
            ReportAll(step.Before, null);
            var error = StepProblem.Before(step, scenario, feature.Document.Uri, plan);
            if (error is not null)
            {
                Fail(error);
            }

            // The first step says why the others are silent.
            Report(step, TimeSpan.Zero, error ?? (step == plan.Steps[0] ? bound : null), Outcome.Of(error ?? bound));
            ReportAll(step.After, null);
        }

        if (errors.Count == 0)
        {
            Fail(bound);
        }

        ThrowFirst();
    }

    private async Task InvokeAsync(PlannedStep step, StepMatch match)
    {
        var types = match.Definition.ParameterTypes;
        if (StepProblem.OfParameters(step, match, feature.Document.Uri) is { } misfit)
        {
            throw misfit;
        }

        var arguments = new object?[types.Length];
        for (var i = 0; i < types.Length; i++)
        {
            arguments[i] = await feature.Run.Registry.Converter.ConvertAsync(match.Arguments[i].Value, types[i], step.Query.Culture, container);
        }

        await BindingInvoker.InvokeAsync(match.Definition, container, arguments);
    }

    /// <summary>Runs hooks in order up to the first that fails, and reports the others as skipped.</summary>
    private async Task RunHooksAsync(IReadOnlyList<PlannedHook> hooks)
    {
        var failed = false;
        foreach (var hook in hooks)
        {
            if (failed)
            {
                Report(hook, TimeSpan.Zero, null, TestStepResultStatus.SKIPPED);
                continue;
            }

            var clock = Stopwatch.StartNew();
            Exception? error = null;
            Started(hook.TestStepId);
            try
            {
                await BindingInvoker.InvokeHookAsync(hook.Hook, container);
            }
            catch (Exception caught)
            {
                error = caught;
                failed = true;
                Fail(caught);
                output.Trace($"-> {hook.Hook.Type} hook {hook.Hook.MethodText} failed: {FirstLine(caught)}");
            }

            Report(hook, clock.Elapsed, error, Outcome.Of(error));
        }
    }

    private void FailBeforeHooks(Exception error)
    {
        Fail(error);

        // The cause is shown with the first thing that would have run.
        var first = plan.Before.Count > 0 ? plan.Before[0].TestStepId : plan.Steps.Count > 0 ? plan.Steps[0].TestStepId : null;
        if (first is not null)
        {
            Started(first);
            Finished(first, TimeSpan.Zero, error, Outcome.Of(error));
        }

        ReportLeftOut();
        ThrowFirst();
    }

    private void ReportLeftOut()
    {
        ReportAll(plan.Before, null);
        foreach (var step in plan.Steps)
        {
            ReportAll(step.Before, null);
            Report(step, TimeSpan.Zero, null, step.Matches.Count switch
            {
                0 => TestStepResultStatus.UNDEFINED,
                1 => TestStepResultStatus.SKIPPED,
                _ => TestStepResultStatus.AMBIGUOUS,
            });
            ReportAll(step.After, null);
        }
    }

    private void ReportAll(IReadOnlyList<PlannedHook> hooks, Exception? error)
    {
        foreach (var hook in hooks)
        {
            Report(hook, TimeSpan.Zero, error, TestStepResultStatus.SKIPPED);
        }
    }

    private void Report(PlannedHook hook, TimeSpan duration, Exception? error, TestStepResultStatus status)
    {
        Started(hook.TestStepId);
        Finished(hook.TestStepId, duration, error, status);
    }

    private void Report(PlannedStep step, TimeSpan duration, Exception? error, TestStepResultStatus status)
    {
        if (reported.Contains(Finish(step.TestStepId)))
        {
            return;
        }

        Started(step.TestStepId);
        if (status == TestStepResultStatus.UNDEFINED)
        {
            var snippet = new Snippet("csharp", StepSnippet.Of(step));
            Sink.Write(Envelope.Create(new Suggestion(feature.Run.Ids.GetNewId(), step.Step.Pickle.Id, [snippet])));
        }

        Finished(step.TestStepId, duration, error, status);
    }

    private void Started(string testStepId)
    {
        if (reported.Add(testStepId))
        {
            output.Target = new OutputTarget(startedId, testStepId, null);
            Sink.Write(Envelope.Create(new TestStepStarted(startedId, testStepId, MessageFactory.Now())));
        }
    }

    private void Finished(string testStepId, TimeSpan duration, Exception? error, TestStepResultStatus status)
    {
        if (reported.Add(Finish(testStepId)))
        {
            output.Target = new OutputTarget(startedId, null, null);
            Sink.Write(Envelope.Create(new TestStepFinished(startedId, testStepId, MessageFactory.Result(status, duration, error), MessageFactory.Now())));
        }
    }

    private static string Finish(string testStepId) => testStepId + "/finished";

    private static string FirstLine(Exception error) => error.Message.Split('\n')[0];

    private void Fail(Exception error)
    {
        errors.Add(error);
        Context.TestError ??= error;
        if (Context.ScenarioExecutionStatus == ScenarioExecutionStatus.OK)
        {
            Context.ScenarioExecutionStatus = Outcome.StatusOf(error);
        }

        if (Context.StepContext is { } step)
        {
            step.StepError ??= error;
            step.Status = Context.ScenarioExecutionStatus;
        }
    }

    private void ThrowFirst()
    {
        if (errors.Count > 0)
        {
            thrown = errors[0];
            ExceptionDispatchInfo.Capture(thrown).Throw();
        }
    }
}
