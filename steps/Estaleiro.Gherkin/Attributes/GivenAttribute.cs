using Estaleiro.Gherkin.Bindings;

namespace Estaleiro.Gherkin;

/// <summary>Binds a method to <c>Given</c> steps whose text its expression matches.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class GivenAttribute : StepDefinitionBaseAttribute
{
    /// <summary>Binds to the Given step that the method's name spells.</summary>
    public GivenAttribute()
        : this(null)
    {
    }

    /// <summary>Binds to the Given steps that <paramref name="expression"/> matches.</summary>
    /// <param name="expression">A cucumber expression or a regular expression.</param>
    public GivenAttribute(string? expression)
        : base(expression, [StepDefinitionType.Given])
    {
    }
}
