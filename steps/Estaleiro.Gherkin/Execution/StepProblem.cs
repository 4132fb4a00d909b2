using System.Text;
using Estaleiro.Gherkin.Parsing;

namespace Estaleiro.Gherkin.Execution;

/// <summary>The error of a step that no step definition, or more than one, matches.</summary>
internal static class StepProblem
{
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
