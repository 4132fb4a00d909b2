using System.Text.RegularExpressions;

namespace Estaleiro.Gherkin.Expressions;

/// <summary>What a step text is matched against, whichever way it was written.</summary>
internal sealed record StepExpression(string Source, bool IsCucumberExpression, Regex Regex, IReadOnlyList<string?> ParameterTypeNames)
{
    /// <summary>The parameter type of each group that took part in a match; regular expressions have none.</summary>
    public string? ParameterTypeName(int argument) => argument < ParameterTypeNames.Count ? ParameterTypeNames[argument] : null;
}
