using System.Reflection;
using Estaleiro.Gherkin.Expressions;

namespace Estaleiro.Gherkin.Bindings;

/// <summary>A step definition: one attribute on one method, for the kinds of step the attribute names, under at most one scope.</summary>
internal sealed class StepDefinitionBinding(string id, MethodInfo method, StepDefinitionType[] types, BindingScope? scope, StepExpression? expression, string source, string? problem)
    : MethodBinding(id, method)
{
    public StepDefinitionType[] Types { get; } = types;

    public BindingScope? Scope { get; } = scope;

    /// <summary>Null when the expression is illegal; <see cref="Problem"/> then says why.</summary>
    public StepExpression? Expression { get; } = expression;

    public string Source { get; } = source;

    public string? Problem { get; } = problem;
}
