using Estaleiro.Gherkin.Bindings;

namespace Estaleiro.Gherkin;

/// <summary>Binds a method to steps of every kind (Given, When and Then) whose text its expression matches.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class StepDefinitionAttribute : StepDefinitionBaseAttribute
{
    /// <summary>Binds to the step that the method's name spells.</summary>
    public StepDefinitionAttribute()
        : this(null)
    {
    }

    /// <summary>Binds to the steps that <paramref name="expression"/> matches.</summary>
    /// <param name="expression">A cucumber expression or a regular expression.</param>
    public StepDefinitionAttribute(string? expression)
        : base(expression, [StepDefinitionType.Given, StepDefinitionType.When, StepDefinitionType.Then])
    {
    }
}
