using System.Text.RegularExpressions;

namespace Estaleiro.Gherkin.Expressions;

/// <summary>Reads the text of a step definition, as a cucumber expression or as a regular expression by Reqnroll's rule.</summary>
internal static partial class ExpressionReader
{
    /// <exception cref="CucumberExpressionException">The cucumber expression is illegal.</exception>
    /// <exception cref="ArgumentException">The regular expression is illegal.</exception>
    public static StepExpression Read(string source, ExpressionType type, ParameterTypeRegistry parameterTypes)
    {
        var isCucumberExpression = type switch
        {
            ExpressionType.CucumberExpression => true,
            ExpressionType.RegularExpression => false,
            _ => IsCucumberExpression(source),
        };
        return isCucumberExpression
            ? CucumberExpression.Compile(source, parameterTypes)
            : new StepExpression(source, false, WholeText(source), []);
    }

    /// <summary>A regular expression for the whole text, anchors added where it has none.</summary>
    public static Regex WholeText(string source)
    {
        var start = source.StartsWith('^') ? "" : "^";
        var end = source.EndsWith('$') ? "" : "$";
        return new Regex(start + source + end, RegexOptions.CultureInvariant);
    }

    internal static bool IsCucumberExpression(string source)
    {
        if (source.StartsWith('^') || source.EndsWith('$'))
        {
            return false;
        }

        return ParameterPlaceholder().IsMatch(source) || !(CommonRegex().IsMatch(source) || RegexEscape().IsMatch(source));
    }

    [GeneratedRegex(@"{\w*}")]
    private static partial Regex ParameterPlaceholder();

    [GeneratedRegex(@"(\([^\)]+[\*\+]\)|\.\*)")]
    private static partial Regex CommonRegex();

    [GeneratedRegex(@"(\\\.|\\d\+)")]
    private static partial Regex RegexEscape();
}
