using Io.Cucumber.Messages.Types;
using Xunit;

namespace Estaleiro.Gherkin.Execution;

/// <summary>What an exception says about the step or hook that threw it.</summary>
internal static class Outcome
{
    public static TestStepResultStatus Of(System.Exception? error) => error switch
    {
        null => TestStepResultStatus.PASSED,
        SkipException => TestStepResultStatus.SKIPPED,
        PendingStepException => TestStepResultStatus.PENDING,
        MissingStepDefinitionException => TestStepResultStatus.UNDEFINED,
        AmbiguousBindingException => TestStepResultStatus.AMBIGUOUS,
        _ => TestStepResultStatus.FAILED,
    };

    public static ScenarioExecutionStatus StatusOf(System.Exception error) => error switch
    {
        SkipException => ScenarioExecutionStatus.Skipped,
        PendingStepException => ScenarioExecutionStatus.StepDefinitionPending,
        MissingStepDefinitionException => ScenarioExecutionStatus.UndefinedStep,
        BindingException => ScenarioExecutionStatus.BindingError,
        _ => ScenarioExecutionStatus.TestError,
    };
}
