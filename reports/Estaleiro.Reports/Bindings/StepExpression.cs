using System.Text.RegularExpressions;
using CucumberExpressions;

namespace Estaleiro.Reports.Bindings;

/// <summary>A step's text as Reqnroll reads it: https://docs.reqnroll.net/latest/automation/cucumber-expressions.html.</summary>
internal sealed class StepExpression
{
    private readonly Regex regex;

    /// <exception cref="CucumberExpressionException">The expression is not valid, or names an unknown type of parameter.</exception>
    public StepExpression(string expression)
    {
        if (expression.StartsWith('^') || expression.EndsWith('$'))
        {
            regex = new Regex(expression, RegexOptions.CultureInvariant);
            Placeholders = [.. regex.GetGroupNumbers().Skip(1).Select(_ => "text")];
        }
        else
        {
            var parsed = new CucumberExpression(expression, StepParameterTypes.Instance);
            regex = parsed.Regex;
            Placeholders = [.. parsed.ParameterTypes.Select(type => $"{{{type.Name}}}")];
        }
    }

    /// <summary>What stands for each argument in the text, such as <c>{string}</c>.</summary>
    public IReadOnlyList<string> Placeholders { get; }

    public bool Matches(string text) => regex.IsMatch(text);
}
