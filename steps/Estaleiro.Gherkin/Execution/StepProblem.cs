using System.Text;
using Estaleiro.Gherkin.Bindings;
using Estaleiro.Gherkin.Parsing;

namespace Estaleiro.Gherkin.Execution;

/// <summary>The error of a step that cannot run: no step definition, or more than one, matches, or the one that does cannot take it.</summary>
internal static class StepProblem
{
    /// <summary>What can be told of a step without running it, or null.</summary>
    public static Exception? Before(PlannedStep step, FeatureScenario scenario, string uri, ScenarioPlan plan)
    {
        if (step.Matches is not [var match])
        {
            return Of(step, scenario, uri, plan);
        }

        return OfParameters(step, match, uri)
            ?? (PendingBody.Is(match.Definition.Method)
                ? new PendingStepException($"The step '{step.Step.Title}' is pending ({uri}:{step.Step.Line}): write {match.Definition.MethodText}.")
                : null);
    }

    /// <summary>The error of a step definition with other parameters than the step gives, or null.</summary>
    public static Exception? OfParameters(PlannedStep step, StepMatch match, string uri) =>
        match.Definition.ParameterTypes.Length == match.Arguments.Count
            ? null
            : new BindingException(
                $"The step definition {match.Definition.MethodText} has {match.Definition.ParameterTypes.Length} parameters, but '{step.Step.Title}' gives {match.Arguments.Count} ({uri}:{step.Step.Line}).");

    public static Exception Of(PlannedStep step, FeatureScenario scenario, string uri, ScenarioPlan plan)
    {
        if (step.Matches.Count > 1)
        {
            var message = new StringBuilder($"{step.Matches.Count} step definitions match '{step.Step.Title}' ({uri}:{step.Step.Line}):");
            foreach (var match in step.Matches)
            {
                message.Append($"\n  '{match.Definition.Source}' in {match.Definition.MethodText}");
            }

            return new AmbiguousBindingException(message.ToString());
        }

        // The scenario's other undefined steps come with it, to be written in one go.
        var text = new StringBuilder($"No step definition matches '{step.Step.Title}' ({uri}:{step.Step.Line}).");
        var others = plan.Steps.Where(other => other.Matches.Count == 0).DistinctBy(StepSnippet.Of).ToArray();
        text.Append(others.Length == 1 ? " Start from this one:\n" : $" Start from these, for the undefined steps of '{scenario.Title}':\n");
        foreach (var other in others)
        {
            text.Append('\n').Append(StepSnippet.Of(other)).Append('\n');
        }

        return new MissingStepDefinitionException(text.ToString().TrimEnd());
    }
}
