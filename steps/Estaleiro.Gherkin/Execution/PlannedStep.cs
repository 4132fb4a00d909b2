using Estaleiro.Gherkin.Bindings;
using Estaleiro.Gherkin.Parsing;

namespace Estaleiro.Gherkin.Execution;

/// <summary>A hook of a scenario with its id in the messages.</summary>
internal sealed record PlannedHook(string TestStepId, HookBinding Hook);

/// <summary>A step of a scenario: what it matches, its hooks, and its id in the messages.</summary>
internal sealed record PlannedStep(
    string TestStepId,
    FeatureStep Step,
    StepQuery Query,
    IReadOnlyList<StepMatch> Matches,
    IReadOnlyList<PlannedHook> Before,
    IReadOnlyList<PlannedHook> After);
