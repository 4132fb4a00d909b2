using System.Reflection;

namespace Estaleiro.Gherkin.Bindings;

/// <summary>A hook: one attribute on one method, with the scopes any of which lets it run (none: always).</summary>
internal sealed class HookBinding(string id, MethodInfo method, HookType type, int order, BindingScope[] scopes)
    : MethodBinding(id, method)
{
    public HookType Type { get; } = type;

    public int Order { get; } = order;

    public BindingScope[] Scopes { get; } = scopes;

    public bool Matches(ScopeSubject? subject) =>
        Scopes.Length == 0 || (subject is not null && Scopes.Any(scope => scope.Match(subject) is not null));
}
