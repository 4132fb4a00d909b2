using Estaleiro.Specs.Tags;

namespace Estaleiro.Specs.Tests.Tags;

public sealed class TagExpressionTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("@a", "a", true)]
    [InlineData("a", "@a", true)]
    [InlineData("@a", "A", false)]
    [InlineData("not @a", "b", true)]
    [InlineData("@a or @b and @c", "a", true)]
    [InlineData("@a or @b and @c", "b", false)]
    [InlineData("(@a or @b) and @c", "a", false)]
    [InlineData("not @a and @b", "b", true)]
    [InlineData("not (@a and @b)", "a b", false)]
    [InlineData("not not @a", "a", true)]
    [InlineData(@"x\(1\)", "x(1)", true)]
    [InlineData(@"a\ b", "a_b", false)]
    [InlineData(@"z\\", @"z\", true)]
    public void Evaluates(string expression, string tags, bool expected) =>
        Assert.Equal(expected, TagExpression.Parse(expression).Evaluate(tags.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("@a @b or", 4, "expected 'and' or 'or' before '@b'")]
    [InlineData("@a and", 7, "expected a tag, 'not' or '(' but the expression ends")]
    [InlineData("@a and or", 8, "expected a tag, 'not' or '(' but found 'or'")]
    [InlineData("@a and (@b not)", 12, "expected 'and', 'or' or ')' before 'not'")]
    [InlineData("( @a", 1, "the '(' has no matching ')'")]
    [InlineData("@a )", 4, "the ')' has no matching '('")]
    [InlineData(@"x or \y", 6, "'y' cannot be escaped; only white space, parentheses and backslashes can")]
    [InlineData(@"x\", 2, "nothing follows the backslash")]
    public void Errors_are_one_line_with_a_position(string expression, int position, string problem)
    {
        var error = Assert.Throws<TagExpressionException>(() => TagExpression.Parse(expression));

        Assert.Equal($"The tag expression '{expression}' is not valid at position {position}: {problem}.", error.Message);
        Assert.Equal(position, error.Position);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("@a and not (@b or @c)", "(Category=a&(Category!=b&Category!=c))")]
    [InlineData("not (@a and @b)", "(Category!=a|Category!=b)")]
    [InlineData("not not @a", "Category=a")]
    [InlineData("@requires-kubernetes>=1.21", @"Category=requires-kubernetes>\=1.21")]
    [InlineData(@"@x\(1\)", @"Category=x\(1\)")]
    [InlineData("@a|b or @c&d!~", @"(Category=a\|b|Category=c\&d\!\~)")]
    public void Becomes_a_filter(string expression, string filter) => Assert.Equal(filter, TagExpression.Parse(expression).ToTestFilter());

    [Theory]
    [InlineData("a or b and not c", "( a or ( b and not ( c ) ) )")]
    [InlineData(@"x\(1\) or(y)", @"( x\(1\) or y )")]
    public void Prints_itself(string expression, string text) => Assert.Equal(text, TagExpression.Parse(expression).ToString());
}
