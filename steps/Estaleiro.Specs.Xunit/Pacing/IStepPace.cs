namespace Estaleiro.Specs.Xunit.Pacing;

/// <summary>
/// Goes along with one scenario, for somebody who watches: it may hold a step up, have it run again, or end the scenario early. Made by
/// an <see cref="IStepPaceFactory"/>; without one, steps follow each other.
/// </summary>
public interface IStepPace
{
    /// <summary>How long it held up the step that runs now: no part of the step's duration.</summary>
    TimeSpan HeldUp { get; }

    /// <summary>Called before anything of the scenario runs. What it throws ends it: a <c>SkipException</c> leaves it out.</summary>
    Task BeforeScenarioAsync();

    /// <summary>
    /// Called before a step is invoked. What it throws counts as thrown by the step: a <c>SkipException</c> leaves the rest of the
    /// scenario out, a <see cref="StepAgainException"/> has the step before run once more, and then this one asked for again. The step
    /// itself may throw either too, as long as it has done nothing yet.
    /// </summary>
    Task BeforeAsync(PacedStep step);

    /// <summary>Called when a step has run, with what it threw. True has it run again, and what it threw is forgotten.</summary>
    /// <param name="step">The step.</param>
    /// <param name="error">What it threw, or null.</param>
    /// <param name="duration">How long it took.</param>
    Task<bool> RunsAgainAsync(PacedStep step, Exception? error, TimeSpan duration);

    /// <summary>Called before a step runs once more because of a <see cref="StepAgainException"/>.</summary>
    Task BeforeAgainAsync(PacedStep step);

    /// <summary>Called when it did. The scenario's result stays what it was.</summary>
    Task AfterAgainAsync(PacedStep step, Exception? error, TimeSpan duration);

    /// <summary>Called when the scenario's hooks have run and all it held is given back, with what went wrong first, or null.</summary>
    Task AfterScenarioAsync(Exception? error);
}
