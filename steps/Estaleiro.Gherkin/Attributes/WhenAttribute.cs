using Estaleiro.Gherkin.Bindings;

namespace Estaleiro.Gherkin;

/// <summary>Binds a method to <c>When</c> steps whose text its expression matches.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class WhenAttribute : StepDefinitionBaseAttribute
{
    /// <summary>Binds to the When step that the method's name spells.</summary>
    public WhenAttribute()
        : this(null)
    {
    }

    /// <summary>Binds to the When steps that <paramref name="expression"/> matches.</summary>
    /// <param name="expression">A cucumber expression or a regular expression.</param>
    public WhenAttribute(string? expression)
        : base(expression, [StepDefinitionType.When])
    {
    }
}
