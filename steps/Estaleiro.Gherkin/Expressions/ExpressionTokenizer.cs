using System.Text;
using static Estaleiro.Gherkin.Expressions.ExpressionTokenKind;

namespace Estaleiro.Gherkin.Expressions;

/// <summary>Splits a cucumber expression: white space and text run together, every other token is one character.</summary>
internal static class ExpressionTokenizer
{
    public static List<ExpressionToken> Tokenize(string expression)
    {
        var tokens = new List<ExpressionToken> { new(StartOfLine, "", 0, 0) };
        var text = new StringBuilder();
        var kind = Text;
        var start = 0;
        for (var i = 0; i < expression.Length; i++)
        {
            var at = i;
            var character = expression[i];
            ExpressionTokenKind next;
            if (character == '\\')
            {
                if (++i == expression.Length)
                {
                    throw new CucumberExpressionException(expression, at, 1, "The end of line can not be escaped", @"You can use '\\' to escape the '\'");
                }

                character = expression[i];
                if (!char.IsWhiteSpace(character) && Of(character) == Text && character != '\\')
                {
                    throw new CucumberExpressionException(
                        expression,
                        i,
                        1,
                        @"Only the characters '{', '}', '(', ')', '\', '/' and whitespace can be escaped",
                        @"If you did mean to use an '\' you can use '\\' to escape it");
                }

                next = Text;
            }
            else
            {
                next = Of(character);
            }

            if (text.Length > 0 && (next != kind || next is not (Text or WhiteSpace)))
            {
                tokens.Add(new ExpressionToken(kind, text.ToString(), start, at - start));
                text.Clear();
            }

            if (text.Length == 0)
            {
                start = at;
                kind = next;
            }

            text.Append(character);
        }

        if (text.Length > 0)
        {
            tokens.Add(new ExpressionToken(kind, text.ToString(), start, expression.Length - start));
        }

        tokens.Add(new ExpressionToken(EndOfLine, "", expression.Length, 0));
        return tokens;
    }

    private static ExpressionTokenKind Of(char character) => character switch
    {
        '(' => BeginOptional,
        ')' => EndOptional,
        '{' => BeginParameter,
        '}' => EndParameter,
        '/' => Alternation,
        _ => char.IsWhiteSpace(character) ? WhiteSpace : Text,
    };
}
