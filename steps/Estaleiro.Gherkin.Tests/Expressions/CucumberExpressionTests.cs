using Estaleiro.Gherkin.Expressions;

namespace Estaleiro.Gherkin.Tests.Expressions;

public sealed class CucumberExpressionTests
{
    private static readonly ParameterTypeRegistry Types = new([], [typeof(DayOfWeek)]);

    [Theory]
    [InlineData("{int} pod(s) is/are ready", "1 pod is ready", "1")]
    [InlineData("{int} pod(s) is/are ready", "2 pods are ready", "2")]
    [InlineData("{int}st/nd/rd/th replica", "3rd replica", "3")]
    [InlineData("three (blue )pods/nodes", "three nodes")]
    [InlineData("three (blue )pods/nodes", "three pods")]
    [InlineData("{int} pod(s)/node/jobs", "3 pods", "3")]
    [InlineData("wait {int} second(s)./second(s)?", "wait 2 seconds?", "2")]
    [InlineData(@"a \(b) \{c} d\/e \\", @"a (b) {c} d/e \")]
    [InlineData(@"the \(({word})", "the (x", null)]
    [InlineData(@"the \({word})", "the (x)", "x")]
    [InlineData("named {string} and {string}", "named \"\" and 'b \"c\"'", "", "b \"c\"")]
    [InlineData("{word}-{word}", "a-b", "a", "b")]
    [InlineData("{float}|{double}|{decimal}", "-1.5|.22|1.5E+3", "-1.5", ".22", "1.5E+3")]
    [InlineData("{biginteger}", "31415926535897932384626433832795028841971", "31415926535897932384626433832795028841971")]
    [InlineData("on {DayOfWeek}", "on Monday", "Monday")]
    [InlineData("{}", "what ever", "what ever")]
    public void Matches(string expression, string text, params string?[]? arguments)
    {
        if (arguments is [null] or null)
        {
            Assert.Throws<CucumberExpressionException>(() => CucumberExpression.Compile(expression, Types));
            return;
        }

        var match = CucumberExpression.Compile(expression, Types).Regex.Match(text);
        Assert.True(match.Success);
        Assert.Equal(arguments, match.Groups.Values.Skip(1).Where(group => group.Success).Select(group => group.Value));
    }

    [Theory]
    [InlineData("{int}", "1.22")]
    [InlineData("{int}", "-")]
    [InlineData("{string}", "\"a'")]
    [InlineData("{word}", "a b")]
    [InlineData("three (blue )pods/nodes", "three blue nodes")]
    [InlineData("a/b c", "a b c")]
    public void Does_not_match(string expression, string text) => Assert.DoesNotMatch(CucumberExpression.Compile(expression, Types).Regex, text);

    [Theory]
    [InlineData("three( a/b) pods", 9, "An alternation can not be used inside an optional")]
    [InlineData("{int}/x", 6, "Alternative may not be empty")]
    [InlineData("x/{int}", 3, "Alternative may not be empty")]
    [InlineData("a b//c", 5, "Alternative may not be empty")]
    [InlineData("three (b)/c", 7, "An alternative may not exclusively contain optionals")]
    [InlineData("three () pods", 7, "An optional must contain some text")]
    [InlineData("(a(b))", 3, "An optional may not contain an other optional")]
    [InlineData("({int})", 2, "An optional may not contain a parameter type")]
    [InlineData("{(string)}", 2, @"Parameter names may not contain '{', '}', '(', ')', '\' or '/'")]
    [InlineData("a {b", 3, "The '{' does not have a matching '}'")]
    [InlineData("a (b", 3, "The '(' does not have a matching ')'")]
    [InlineData(@"a \b", 4, @"Only the characters '{', '}', '(', ')', '\', '/' and whitespace can be escaped")]
    [InlineData(@"a \", 3, "The end of line can not be escaped")]
    [InlineData("{unknown}", 1, "Undefined parameter type 'unknown'")]
    public void Illegal_expressions_say_where_and_why(string expression, int column, string problem)
    {
        var error = Assert.Throws<CucumberExpressionException>(() => CucumberExpression.Compile(expression, Types));

        Assert.Equal(problem, error.Problem);
        Assert.StartsWith($"This Cucumber Expression has a problem at column {column}:\n\n{expression}\n{new string(' ', column - 1)}^", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a foo", true)]
    [InlineData("^a foo", false)]
    [InlineData("a foo$", false)]
    [InlineData("a {word} with .*", true)]
    [InlineData("a .*", false)]
    [InlineData("a (.*) b", false)]
    [InlineData("a ([^ ]+) b", false)]
    [InlineData(@"a \d+", false)]
    [InlineData(@"a \.", false)]
    [InlineData("a foo(s)", true)]
    public void Tells_cucumber_expressions_from_regular_ones(string source, bool isCucumberExpression) =>
        Assert.Equal(isCucumberExpression, ExpressionReader.IsCucumberExpression(source));
}
