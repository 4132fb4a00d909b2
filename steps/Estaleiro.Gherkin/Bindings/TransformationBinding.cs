using System.Reflection;
using System.Text.RegularExpressions;

namespace Estaleiro.Gherkin.Bindings;

/// <summary>A step argument transformation.</summary>
internal sealed class TransformationBinding(string id, MethodInfo method, Regex? regex, string? name, int order)
    : MethodBinding(id, method)
{
    public Regex? Regex { get; } = regex;

    public string? Name { get; } = name;

    public int Order { get; } = order;

    public Type TargetType { get; } = AwaitedType(method.ReturnType);

    public bool TakesTable => ParameterTypes.Length > 0 && ParameterTypes[0] == typeof(DataTable);

    public bool CanConvert(object value, Type target)
    {
        if (TargetType != target)
        {
            return false;
        }

        return Regex is not null && value is string text ? Regex.IsMatch(text) : TakesTable == value is DataTable;
    }

    private static Type AwaitedType(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : type;
}
