namespace Estaleiro.Gherkin.Expressions;

internal enum ExpressionTokenKind
{
    StartOfLine,
    EndOfLine,
    WhiteSpace,
    BeginOptional,
    EndOptional,
    BeginParameter,
    EndParameter,
    Alternation,
    Text,
}

/// <summary>A token of a cucumber expression; its text has no escapes any more.</summary>
internal sealed record ExpressionToken(ExpressionTokenKind Kind, string Text, int Start, int Length);
