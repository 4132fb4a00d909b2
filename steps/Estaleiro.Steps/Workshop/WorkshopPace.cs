using Estaleiro.Specs.Xunit.Pacing;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Scenarios;
using Reqnroll.BoDi;
using Xunit;

namespace Estaleiro.Steps.Workshop;

/// <summary>A workshop's pace: each step waits for the person who leads, and runs again where they want it to.</summary>
internal sealed class WorkshopPace(WorkshopSession session, WorkshopScenario scenario) : IStepPace
{
    private bool again;

    public TimeSpan HeldUp => scenario.HeldUp;

    public Task BeforeScenarioAsync() => session.IsEnded ? throw new SkipException(WorkshopSession.NotReached) : Task.CompletedTask;

    public async Task BeforeAsync(PacedStep step)
    {
        scenario.Introduce(step.Titles, step.Place, step.ScenarioComments);
        if (again)
        {
            again = false;
            scenario.AnnounceAgain(step.Title, step.Number);
            return;
        }

        await scenario.AnnounceAsync(
            step.Title, step.Number, step.DocString ?? step.Table?.ToString(), step.Comments, CommandTelling.Tells(step.Method));
    }

    public async Task<bool> RunsAgainAsync(PacedStep step, Exception? error, TimeSpan duration) =>
        again = await scenario.EndStepAsync(error, duration, step.IsLast);

    public Task BeforeAgainAsync(PacedStep step)
    {
        scenario.AnnounceAgain(step.Title, step.Number);
        return Task.CompletedTask;
    }

    public Task AfterAgainAsync(PacedStep step, Exception? error, TimeSpan duration)
    {
        scenario.EndAgain(error, duration);
        return Task.CompletedTask;
    }

    public Task AfterScenarioAsync(Exception? error)
    {
        scenario.End(error);
        return Task.CompletedTask;
    }

    /// <summary>Sets the pace of a session's scenarios.</summary>
    internal sealed class Factory(WorkshopSession session) : IStepPaceFactory
    {
        public IStepPace Create(IObjectContainer scenario) => new WorkshopPace(
            session,
            new WorkshopScenario(
                session,
                scenario.Resolve<ScenarioContext>(),
                scenario.Resolve<FeatureContext>(),
                new(scenario.Resolve<ScenarioCluster>),
                new(scenario.Resolve<EvidenceLog>)));
    }
}
