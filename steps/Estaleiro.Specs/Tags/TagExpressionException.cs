namespace Estaleiro.Specs.Tags;

/// <summary>A tag expression is not valid; the message is one line that says where and what was expected.</summary>
public class TagExpressionException : Exception
{
    internal TagExpressionException(string expression, int position, string problem)
        : base($"The tag expression '{expression}' is not valid at position {position}: {problem}.") => Position = position;

    /// <summary>The place in the expression, from 1.</summary>
    public int Position { get; }
}
