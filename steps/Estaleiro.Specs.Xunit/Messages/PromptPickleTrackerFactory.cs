using Gherkin.CucumberMessages;
using Reqnroll.Bindings;
using Reqnroll.Formatters.ExecutionTracking;
using Reqnroll.Formatters.PayloadProcessing.Cucumber;
using Reqnroll.Formatters.PubSub;
using Reqnroll.Time;

namespace Estaleiro.Specs.Xunit.Messages;

/// <summary>Makes trackers that tell of a scenario while it runs.</summary>
internal sealed class PromptPickleTrackerFactory(
    IIdGenerator ids,
    IClock clock,
    ICucumberMessageFactory messages,
    ITestCaseExecutionTrackerFactory testCases,
    IMessagePublisher publisher,
    IBindingRegistry bindings) : IPickleExecutionTrackerFactory
{
    public IPickleExecutionTracker CreatePickleTracker(IFeatureExecutionTracker featureExecutionTracker, string pickleId)
    {
        var plannedIds = new PlannedIds(ids);
        var tracker = new PickleExecutionTracker(
            pickleId,
            featureExecutionTracker.TestRunStartedId,
            featureExecutionTracker.FeatureName,
            featureExecutionTracker.Enabled,
            plannedIds,
            featureExecutionTracker.StepDefinitionsByBinding,
            clock.GetNowDateAndTime(),
            messages,
            testCases,
            new PublisherWithoutTestCases(publisher));
        return new PromptPickleTracker(tracker, plannedIds, bindings, publisher);
    }
}
