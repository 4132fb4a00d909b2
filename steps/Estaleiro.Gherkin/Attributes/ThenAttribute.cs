using Estaleiro.Gherkin.Bindings;

namespace Estaleiro.Gherkin;

/// <summary>Binds a method to <c>Then</c> steps whose text its expression matches.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class ThenAttribute : StepDefinitionBaseAttribute
{
    /// <summary>Binds to the Then step that the method's name spells.</summary>
    public ThenAttribute()
        : this(null)
    {
    }

    /// <summary>Binds to the Then steps that <paramref name="expression"/> matches.</summary>
    /// <param name="expression">A cucumber expression or a regular expression.</param>
    public ThenAttribute(string? expression)
        : base(expression, [StepDefinitionType.Then])
    {
    }
}
