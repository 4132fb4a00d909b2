using System.Reflection;

namespace Estaleiro.Gherkin.Bindings;

/// <summary>A method of a binding class.</summary>
internal abstract class MethodBinding(string id, MethodInfo method)
{
    public string Id { get; } = id;

    public MethodInfo Method { get; } = method;

    public Type[] ParameterTypes { get; } = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];

    public string MethodText { get; } =
        $"{method.DeclaringType!.FullName}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})";
}
