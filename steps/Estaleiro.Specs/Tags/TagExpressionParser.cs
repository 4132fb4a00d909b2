using System.Text;

namespace Estaleiro.Specs.Tags;

/// <summary>Reads tag expressions by recursive descent.</summary>
internal sealed class TagExpressionParser
{
    private readonly string expression;
    private readonly List<Token> tokens = [];
    private int at;

    private TagExpressionParser(string expression)
    {
        this.expression = expression;
        Tokenize();
    }

    private Token? Current => at < tokens.Count ? tokens[at] : null;

    public static TagExpression Parse(string expression)
    {
        var parser = new TagExpressionParser(expression);
        if (parser.tokens.Count == 0)
        {
            return new EveryTag();
        }

        var result = parser.Or();
        if (parser.Current is { } left)
        {
            throw parser.Problem(left, left.Kind == ")" ? "the ')' has no matching '('" : $"expected 'and' or 'or' before '{left.Text}'");
        }

        return result;
    }

    private TagExpression Or()
    {
        var left = And();
        while (Current?.Kind == "or")
        {
            at++;
            left = new AnyTag(left, And());
        }

        return left;
    }

    private TagExpression And()
    {
        var left = Not();
        while (Current?.Kind == "and")
        {
            at++;
            left = new AllTags(left, Not());
        }

        return left;
    }

    private TagExpression Not()
    {
        var token = Current;
        switch (token?.Kind)
        {
            case "not":
                at++;
                return new NotTag(Not());
            case "(":
                at++;
                var inner = Or();
                if (Current?.Kind != ")")
                {
                    throw Current is { } other ? Problem(other, $"expected 'and', 'or' or ')' before '{other.Text}'") : Problem(token, "the '(' has no matching ')'");
                }

                at++;
                return inner;
            case "tag":
                at++;
                return new TagLiteral(token.Text);
            default:
                throw Problem(token, token is null ? "expected a tag, 'not' or '(' but the expression ends" : $"expected a tag, 'not' or '(' but found '{token.Text}'");
        }
    }

    private TagExpressionException Problem(Token? token, string problem) => new(expression, (token?.Position ?? expression.Length) + 1, problem);

    private void Tokenize()
    {
        var text = new StringBuilder();
        var start = 0;
        for (var i = 0; i < expression.Length; i++)
        {
            var character = expression[i];
            if (text.Length == 0)
            {
                start = i;
            }

            if (character == '\\')
            {
                var next = i + 1 < expression.Length ? expression[i + 1] : '\0';
                if (next is not ('\\' or '(' or ')') && !char.IsWhiteSpace(next))
                {
                    throw new TagExpressionException(
                        expression, i + 1, next == '\0' ? "nothing follows the backslash" : $"'{next}' cannot be escaped; only white space, parentheses and backslashes can");
                }

                text.Append(next);
                i++;
            }
            else if (character is '(' or ')' || char.IsWhiteSpace(character))
            {
                Flush();
                if (!char.IsWhiteSpace(character))
                {
                    tokens.Add(new Token(character.ToString(), character.ToString(), i));
                }
            }
            else
            {
                text.Append(character);
            }
        }

        Flush();

        void Flush()
        {
            if (text.Length > 0)
            {
                var word = text.ToString();
                tokens.Add(new Token(word is "and" or "or" or "not" ? word : "tag", word, start));
                text.Clear();
            }
        }
    }

    private sealed record Token(string Kind, string Text, int Position);
}
