using Estaleiro.Gherkin.Bindings;

namespace Estaleiro.Gherkin;

/// <summary>What every step definition attribute has: the kinds of step it binds to and the expression they must match.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class StepDefinitionBaseAttribute : Attribute
{
    /// <summary>Binds to steps of <paramref name="types"/> that <paramref name="expression"/> matches.</summary>
    protected StepDefinitionBaseAttribute(string? expression, StepDefinitionType[] types)
    {
        Expression = expression;
        Types = types;
    }

    /// <summary>The kinds of step the method is for.</summary>
    public StepDefinitionType[] Types { get; }

    /// <summary>A cucumber expression or a regular expression for the whole step text; null takes the method's name.</summary>
    public string? Expression { get; set; }

    /// <summary>Says which of the two <see cref="Expression"/> is, where the rule would guess wrong.</summary>
    public ExpressionType ExpressionType { get; set; } = ExpressionType.Unspecified;
}
