namespace Estaleiro.Gherkin.Execution;

/// <summary>The step or hook that is running, by the ids the messages use.</summary>
internal sealed record OutputTarget(string? TestCaseStartedId, string? TestStepId, string? TestRunHookStartedId);
