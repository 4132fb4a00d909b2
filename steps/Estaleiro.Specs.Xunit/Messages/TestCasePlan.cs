using Estaleiro.Specs.Xunit.Hosting;
using Io.Cucumber.Messages.Types;
using Reqnroll;
using Reqnroll.Bindings;
using Reqnroll.Formatters.ExecutionTracking;
using Reqnroll.Infrastructure;
using HookType = Reqnroll.Bindings.HookType;

namespace Estaleiro.Specs.Xunit.Messages;

/// <summary>Which hooks and step definitions a scenario is going to run, before it does: a test case as Cucumber's messages know it.</summary>
internal sealed class TestCasePlan
{
    private readonly List<TestStep> steps = [];
    private readonly Dictionary<IBinding, string> hooks = [];
    private readonly List<string> stepIds = [];
    private readonly ScenarioExecution execution;

    private TestCasePlan(ScenarioExecution execution) => this.execution = execution;

    /// <summary>The id of the test step of the step that runs.</summary>
    public string CurrentStepId => stepIds[execution.Current];

    /// <summary>The id of the test step of a hook, null for one that was not planned.</summary>
    public string? IdOf(IBinding hook) => hooks.GetValueOrDefault(hook);

    /// <summary>The message that tells of it.</summary>
    public TestCase ToMessage(PickleExecutionTracker tracker) => new(tracker.TestCaseId, tracker.PickleId, steps, tracker.TestRunStartedId);

    /// <summary>Asks Reqnroll's own services what it is going to run.</summary>
    public static TestCasePlan Of(ScenarioContext scenario, FeatureInfo feature, PickleExecutionTracker tracker, IBindingRegistry bindings)
    {
        var execution = scenario.ScenarioContainer.Resolve<ScenarioExecution>();
        var plan = new TestCasePlan(execution);
        var matches = scenario.ScenarioContainer.Resolve<IStepDefinitionMatchService>();
        var context = new StepContext(feature, scenario.ScenarioInfo);
        AddHooks(HookType.BeforeScenario);
        foreach (var step in execution.Steps)
        {
            AddHooks(HookType.BeforeStep);
            var id = tracker.IdGenerator.GetNewId();
            var instance = new StepInstance(step.Type, (StepDefinitionKeyword)step.Type, step.Keyword, step.Text, step.DocString, step.Table, context);
            var found = bindings.IsValid ? Find(instance) : [];
            plan.stepIds.Add(id);
            plan.steps.Add(new TestStep(
                null,
                id,
                step.Source.Pickle.Id,
                [.. found.Select(match => tracker.StepDefinitionsByBinding[match.StepBinding])],
                [.. found.Select(ArgumentsOf)]));
            AddHooks(HookType.AfterStep);
        }

        AddHooks(HookType.AfterScenario);
        return plan;

        IReadOnlyList<BindingMatch> Find(StepInstance instance) =>
            matches.GetBestMatch(instance, feature.Language, out _, out var candidates) is { Success: true } best ? [best] : candidates;

        void AddHooks(HookType type)
        {
            // As Reqnroll runs them: a method once, whatever scopes bring it in, in the order they say.
            var matching = bindings.GetHooks(type)
                .Where(hook => !hook.IsScoped || hook.BindingScope.Match(context, out _))
                .GroupBy(hook => hook.Method).Select(group => group.First())
                .OrderBy(hook => hook.HookOrder);
            foreach (var hook in matching.Where(hook => !plan.hooks.ContainsKey(hook)))
            {
                plan.hooks[hook] = tracker.IdGenerator.GetNewId();
                plan.steps.Add(new TestStep(tracker.StepDefinitionsByBinding[hook], plan.hooks[hook], null, null, null));
            }
        }
    }

    private static StepMatchArgumentsList ArgumentsOf(BindingMatch match) => new(
        [.. match.Arguments.Where(argument => argument.StartOffset is not null).Zip(match.StepBinding.Method.Parameters, (argument, parameter) =>
            new StepMatchArgument(new Group([], argument.StartOffset, argument.Value.ToString()), parameter.Type.Name))]);
}
