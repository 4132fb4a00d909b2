using static Estaleiro.Gherkin.Expressions.ExpressionTokenKind;

namespace Estaleiro.Gherkin.Expressions;

/// <summary>
/// Reads a cucumber expression into a tree, after the grammar of the Cucumber project:
/// <c>(alternation | optional | parameter | text)*</c>, where an alternation stands between white space, parameters or the ends.
/// </summary>
internal sealed class ExpressionParser
{
    private readonly string expression;
    private readonly List<ExpressionToken> tokens;
    private int at = 1;

    private ExpressionParser(string expression)
    {
        this.expression = expression;
        tokens = ExpressionTokenizer.Tokenize(expression);
    }

    /// <exception cref="CucumberExpressionException">The expression is illegal.</exception>
    public static IReadOnlyList<ExpressionNode> Parse(string expression)
    {
        var parser = new ExpressionParser(expression);
        var nodes = new List<ExpressionNode>();
        while (parser.Current.Kind != EndOfLine)
        {
            nodes.Add(parser.Alternation() ?? parser.Single(inOptional: false));
        }

        return nodes;
    }

    private ExpressionToken Current => tokens[at];

    private ExpressionNode? Alternation()
    {
        if (tokens[at - 1].Kind is not (StartOfLine or WhiteSpace or EndParameter) || !AlternationAhead())
        {
            return null;
        }

        var start = Current.Start;
        var alternatives = new List<ExpressionNode>();
        var parts = new List<ExpressionNode>();
        var partStart = start;
        while (true)
        {
            if (Current.Kind is ExpressionTokenKind.Alternation or WhiteSpace or EndOfLine or BeginParameter)
            {
                alternatives.Add(new ExpressionNode(ExpressionNodeKind.Alternative, partStart, Current.Start - partStart, "", parts));
                if (Current.Kind != ExpressionTokenKind.Alternation)
                {
                    break;
                }

                parts = [];
                partStart = Current.Start + Current.Length;
                at++;
                continue;
            }

            parts.Add(Single(inOptional: false));
        }

        return new ExpressionNode(ExpressionNodeKind.Alternation, start, Current.Start - start, "", alternatives);
    }

    /// <summary>Whether a slash comes before the next white space, parameter or end; slashes inside an optional do not count.</summary>
    private bool AlternationAhead()
    {
        var depth = 0;
        for (var i = at; ; i++)
        {
            switch (tokens[i].Kind)
            {
                case EndOfLine:
                case WhiteSpace when depth == 0:
                case BeginParameter when depth == 0:
                    return false;
                case BeginOptional:
                    depth++;
                    break;
                case EndOptional when depth > 0:
                    depth--;
                    break;
                case ExpressionTokenKind.Alternation when depth == 0:
                    return true;
            }
        }
    }

    private ExpressionNode Single(bool inOptional)
    {
        var token = Current;
        switch (token.Kind)
        {
            case BeginOptional:
                return Optional();
            case BeginParameter:
                return Parameter();
            case ExpressionTokenKind.Alternation when inOptional:
                throw new CucumberExpressionException(
                    expression,
                    token.Start,
                    1,
                    "An alternation can not be used inside an optional",
                    @"If you did not mean to use an alternation you can use '\/' to escape the '/'. Otherwise rephrase your expression or consider using a regular expression instead.");
            default:
                at++;
                return new ExpressionNode(ExpressionNodeKind.Text, token.Start, token.Length, token.Text, []);
        }
    }

    private ExpressionNode Optional()
    {
        var begin = Current;
        at++;
        var children = new List<ExpressionNode>();
        while (Current.Kind != EndOptional)
        {
            if (Current.Kind == EndOfLine)
            {
                throw Unfinished(begin, '(', ')', "optional text", "optional text");
            }

            children.Add(Single(inOptional: true));
        }

        var end = Current.Start + 1;
        at++;
        return new ExpressionNode(ExpressionNodeKind.Optional, begin.Start, end - begin.Start, "", children);
    }

    private ExpressionNode Parameter()
    {
        var begin = Current;
        at++;
        var name = "";
        while (Current.Kind != EndParameter)
        {
            switch (Current.Kind)
            {
                case EndOfLine:
                    throw Unfinished(begin, '{', '}', "a parameter", "a parameter");
                case BeginOptional or EndOptional or BeginParameter or ExpressionTokenKind.Alternation:
                    throw new CucumberExpressionException(
                        expression,
                        Current.Start,
                        1,
                        @"Parameter names may not contain '{', '}', '(', ')', '\' or '/'",
                        "Did you mean to use a regular expression?");
                default:
                    name += Current.Text;
                    at++;
                    break;
            }
        }

        var end = Current.Start + 1;
        at++;
        return new ExpressionNode(ExpressionNodeKind.Parameter, begin.Start, end - begin.Start, name, []);
    }

    private CucumberExpressionException Unfinished(ExpressionToken begin, char open, char close, string use, string what) => new(
        expression,
        begin.Start,
        1,
        $"The '{open}' does not have a matching '{close}'",
        $@"If you did not intend to use {use} you can use '\{open}' to escape the {what}");
}
