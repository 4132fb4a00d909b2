using System.Globalization;
using Estaleiro.Gherkin.Bindings;
using Estaleiro.Gherkin.Messages;
using Estaleiro.Gherkin.Parsing;
using Io.Cucumber.Messages.Types;
using HookType = Estaleiro.Gherkin.Bindings.HookType;

namespace Estaleiro.Gherkin.Execution;

/// <summary>What a scenario is going to run, decided before it starts: the messages announce it as a test case.</summary>
internal sealed class ScenarioPlan
{
    private ScenarioPlan(string testCaseId, IReadOnlyList<PlannedHook> before, IReadOnlyList<PlannedStep> steps, IReadOnlyList<PlannedHook> after)
    {
        TestCaseId = testCaseId;
        Before = before;
        Steps = steps;
        After = after;
    }

    public string TestCaseId { get; }

    public IReadOnlyList<PlannedHook> Before { get; }

    public IReadOnlyList<PlannedStep> Steps { get; }

    public IReadOnlyList<PlannedHook> After { get; }

    public static ScenarioPlan Of(FeatureScenario scenario, ScopeSubject subject, CultureInfo culture, BindingRegistry registry, MessageIds ids)
    {
        var before = Hooks(HookType.BeforeScenario);
        var steps = new List<PlannedStep>();
        var type = StepDefinitionType.Given;
        foreach (var step in scenario.Steps)
        {
            type = step.Pickle.Type switch
            {
                PickleStepType.CONTEXT => StepDefinitionType.Given,
                PickleStepType.ACTION => StepDefinitionType.When,
                PickleStepType.OUTCOME => StepDefinitionType.Then,
                _ => type,
            };
            var query = new StepQuery(type, step.Pickle.Text, TableOf(step), step.Pickle.Argument?.DocString?.Content, subject, culture);
            var beforeStep = Hooks(HookType.BeforeStep);
            var testStepId = ids.GetNewId();
            steps.Add(new PlannedStep(testStepId, step, query, registry.Match(query), beforeStep, Hooks(HookType.AfterStep)));
        }

        return new ScenarioPlan(ids.GetNewId(), before, steps, Hooks(HookType.AfterScenario));

        PlannedHook[] Hooks(HookType hookType) => [.. registry.HooksFor(hookType, subject).Select(hook => new PlannedHook(ids.GetNewId(), hook))];
    }

    public TestCase ToMessage(string pickleId, string runId)
    {
        var testSteps = new List<TestStep>();
        testSteps.AddRange(Before.Select(Hook));
        foreach (var step in Steps)
        {
            testSteps.AddRange(step.Before.Select(Hook));
            testSteps.Add(new TestStep(
                null,
                step.TestStepId,
                step.Step.Pickle.Id,
                [.. step.Matches.Select(match => match.Definition.Id)],
                [.. step.Matches.Select(MessageFactory.Arguments)]));
            testSteps.AddRange(step.After.Select(Hook));
        }

        testSteps.AddRange(After.Select(Hook));
        return new TestCase(TestCaseId, pickleId, testSteps, runId);

        static TestStep Hook(PlannedHook hook) => new(hook.Hook.Id, hook.TestStepId, null, null, null);
    }

    private static DataTable? TableOf(FeatureStep step)
    {
        if (step.Pickle.Argument?.DataTable is not { } table)
        {
            return null;
        }

        var rows = table.Rows.Select(row => row.Cells.Select(cell => cell.Value).ToArray()).ToArray();
        var result = new DataTable(rows[0]);
        foreach (var row in rows.Skip(1))
        {
            result.AddRow(row);
        }

        return result;
    }
}
