namespace Estaleiro.Gherkin;

/// <summary>How a scenario or a step stands.</summary>
public enum ScenarioExecutionStatus
{
    /// <summary>Nothing went wrong so far.</summary>
    OK,

    /// <summary>A step threw <see cref="PendingStepException"/>.</summary>
    StepDefinitionPending,

    /// <summary>A step has no step definition.</summary>
    UndefinedStep,

    /// <summary>A step definition is ambiguous or does not fit its method.</summary>
    BindingError,

    /// <summary>A step or a hook failed.</summary>
    TestError,

    /// <summary>Skipped on purpose, or because a step before it failed.</summary>
    Skipped,
}
