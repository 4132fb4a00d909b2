namespace Estaleiro.Gherkin.Expressions;

internal enum ExpressionNodeKind
{
    Text,
    Optional,
    Alternation,
    Alternative,
    Parameter,
}

/// <summary>A node of a cucumber expression's tree; start and length are positions in the source.</summary>
internal sealed record ExpressionNode(ExpressionNodeKind Kind, int Start, int Length, string Text, IReadOnlyList<ExpressionNode> Children);
