namespace Estaleiro.Gherkin.Expressions;

/// <summary>A cucumber expression is illegal; the message points at the place.</summary>
public class CucumberExpressionException : Exception
{
    internal CucumberExpressionException(string expression, int column, int length, string problem, string solution)
        : base(Format(expression, column, length, problem, solution)) => Problem = problem;

    /// <summary>What is wrong, in one sentence.</summary>
    public string Problem { get; }

    private static string Format(string expression, int column, int length, string problem, string solution)
    {
        var pointer = new string(' ', column) + (length > 1 ? "^" + new string('-', length - 2) + "^" : "^");
        return $"This Cucumber Expression has a problem at column {column + 1}:\n\n{expression}\n{pointer}\n{problem}.\n{solution}";
    }
}
