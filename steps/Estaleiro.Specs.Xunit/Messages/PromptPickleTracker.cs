using Gherkin.CucumberMessages;
using Io.Cucumber.Messages.Types;
using Reqnroll;
using Reqnroll.Bindings;
using Reqnroll.Events;
using Reqnroll.Formatters.ExecutionTracking;
using Reqnroll.Formatters.PubSub;

namespace Estaleiro.Specs.Xunit.Messages;

/// <summary>
/// Reqnroll's tracker of a scenario, without what it holds back: it tells of a scenario's steps when the scenario has ended, because only then does
/// it know the test case, and of a failed scenario's end when the run has ended, because somebody may try the scenario again. Here the test case
/// is planned from the bindings at the start, and a scenario's end is an end.
/// </summary>
internal sealed class PromptPickleTracker(PickleExecutionTracker tracker, PlannedIds ids, IBindingRegistry bindings, IMessagePublisher publisher)
    : IPickleExecutionTracker
{
    private TestCasePlan? plan;
    private bool isFinal;

    public bool Finished => tracker.Finished;

    public string TestRunStartedId => tracker.TestRunStartedId;

    public ScenarioExecutionStatus ScenarioExecutionStatus => tracker.ScenarioExecutionStatus;

    public DateTime TestCaseStartedTimeStamp => tracker.TestCaseStartedTimeStamp;

    public int AttemptCount => tracker.AttemptCount;

    public IIdGenerator IdGenerator => tracker.IdGenerator;

    public TestCaseTracker TestCaseTracker => tracker.TestCaseTracker;

    public IReadOnlyDictionary<IBinding, string> StepDefinitionsByBinding => tracker.StepDefinitionsByBinding;

    public async Task ProcessEvent(ScenarioStartedEvent scenarioStartedEvent)
    {
        plan = TestCasePlan.Of((ScenarioContext)scenarioStartedEvent.ScenarioContext, scenarioStartedEvent.FeatureContext.FeatureInfo, tracker, bindings);
        await publisher.PublishAsync(Envelope.Create(plan.ToMessage(tracker)));
        await tracker.ProcessEvent(scenarioStartedEvent);
    }

    public async Task ProcessEvent(ScenarioFinishedEvent scenarioFinishedEvent)
    {
        await tracker.ProcessEvent(scenarioFinishedEvent);
        await FinalizeTracking();
    }

    public async Task FinalizeTracking()
    {
        if (!isFinal)
        {
            isFinal = true;
            await tracker.FinalizeTracking();
        }
    }

    public Task ProcessEvent(StepStartedEvent stepStartedEvent) =>
        PlannedAsync(plan?.CurrentStepId, () => tracker.ProcessEvent(stepStartedEvent));

    public Task ProcessEvent(HookBindingStartedEvent hookBindingStartedEvent) =>
        PlannedAsync(plan?.IdOf(hookBindingStartedEvent.HookBinding), () => tracker.ProcessEvent(hookBindingStartedEvent));

    public Task ProcessEvent(StepFinishedEvent stepFinishedEvent) => tracker.ProcessEvent(stepFinishedEvent);

    public Task ProcessEvent(HookBindingFinishedEvent hookBindingFinishedEvent) => tracker.ProcessEvent(hookBindingFinishedEvent);

    public Task ProcessEvent(AttachmentAddedEvent attachmentAddedEvent) => tracker.ProcessEvent(attachmentAddedEvent);

    public Task ProcessEvent(OutputAddedEvent outputAddedEvent) => tracker.ProcessEvent(outputAddedEvent);

    private async Task PlannedAsync(string? id, Func<Task> start)
    {
        ids.Next = id;
        await start();
        ids.Next = null;
    }
}
