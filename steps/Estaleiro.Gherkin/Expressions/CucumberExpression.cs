using System.Text;
using System.Text.RegularExpressions;

namespace Estaleiro.Gherkin.Expressions;

/// <summary>Turns a cucumber expression into a regular expression whose groups are its parameters.</summary>
internal sealed partial class CucumberExpression
{
    private readonly string source;
    private readonly ParameterTypeRegistry parameterTypes;
    private readonly List<string?> names = [];

    private CucumberExpression(string source, ParameterTypeRegistry parameterTypes)
    {
        this.source = source;
        this.parameterTypes = parameterTypes;
    }

    /// <exception cref="CucumberExpressionException">The expression is illegal.</exception>
    public static StepExpression Compile(string source, ParameterTypeRegistry parameterTypes)
    {
        var expression = new CucumberExpression(source, parameterTypes);
        var pattern = $"^{expression.Rewrite(ExpressionParser.Parse(source))}$";
        return new StepExpression(source, true, new Regex(pattern, RegexOptions.CultureInvariant), expression.names);
    }

    private string Rewrite(IReadOnlyList<ExpressionNode> nodes)
    {
        var pattern = new StringBuilder();
        foreach (var node in nodes)
        {
            pattern.Append(node.Kind switch
            {
                ExpressionNodeKind.Text => Special().Replace(node.Text, @"\$0"),
                ExpressionNodeKind.Optional => Optional(node),
                ExpressionNodeKind.Alternation => Alternation(node),
                ExpressionNodeKind.Parameter => Parameter(node),
                _ => Rewrite(node.Children),
            });
        }

        return pattern.ToString();
    }

    private string Optional(ExpressionNode node)
    {
        if (node.Children.FirstOrDefault(child => child.Kind == ExpressionNodeKind.Parameter) is { } parameter)
        {
            throw Problem(parameter, "An optional may not contain a parameter type", @"If you did not mean to use an parameter type you can use '\{' to escape the '{'");
        }

        if (node.Children.FirstOrDefault(child => child.Kind == ExpressionNodeKind.Optional) is { } optional)
        {
            throw Problem(
                optional,
                "An optional may not contain an other optional",
                @"If you did not mean to use an optional type you can use '\(' to escape the '('. For more complicated expressions consider using a regular expression instead.");
        }

        if (node.Children.Count == 0)
        {
            throw Problem(node, "An optional must contain some text", @"If you did not mean to use an optional you can use '\(' to escape the '('");
        }

        return $"(?:{Rewrite(node.Children)})?";
    }

    private string Alternation(ExpressionNode node)
    {
        foreach (var alternative in node.Children)
        {
            if (alternative.Children.Count == 0)
            {
                throw Problem(alternative, "Alternative may not be empty", @"If you did not mean to use an alternative you can use '\/' to escape the '/'");
            }

            if (alternative.Children.All(child => child.Kind != ExpressionNodeKind.Text))
            {
                throw Problem(
                    alternative,
                    "An alternative may not exclusively contain optionals",
                    @"If you did not mean to use an optional you can use '\(' to escape the '('");
            }
        }

        return $"(?:{string.Join('|', node.Children.Select(alternative => Rewrite(alternative.Children)))})";
    }

    private string Parameter(ExpressionNode node)
    {
        var type = parameterTypes.Find(node.Text)
            ?? throw Problem(node, $"Undefined parameter type '{node.Text}'", $"Please register a ParameterType for '{node.Text}'");
        names.Add(type.Name);

        // The string type has a group for either kind of quote; only the one that matched becomes an argument.
        return type.Name == ParameterTypeRegistry.StringTypeName
            ? $"(?:{string.Join('|', type.Patterns.Select(pattern => $"(?:{pattern})"))})"
            : $"({string.Join('|', type.Patterns.Select(pattern => $"(?:{CaptureGroup().Replace(pattern, "(?:")})"))})";
    }

    private CucumberExpressionException Problem(ExpressionNode node, string problem, string solution) =>
        new(source, node.Start, node.Length, problem, solution);

    [GeneratedRegex(@"[\\^\[({$.|?*+})\]]")]
    private static partial Regex Special();

    [GeneratedRegex(@"(?<!\\)\((?!\?)")]
    private static partial Regex CaptureGroup();
}
