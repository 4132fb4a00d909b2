using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using Estaleiro.Gherkin.BoDi;

namespace Estaleiro.Gherkin.Bindings;

/// <summary>Turns a step's argument into the type of the parameter: by a transformation, else as it is, else by the type's own converter.</summary>
internal sealed class ArgumentConverter(IReadOnlyList<TransformationBinding> transformations)
{
    public bool CanConvert(object value, Type target, CultureInfo culture)
    {
        if (target.IsInstanceOfType(value) || Find(value, target) is not null)
        {
            return true;
        }

        try
        {
            ConvertSimple(value, target, culture);
            return true;
        }
        catch (Exception error) when (error is InvalidCastException or OverflowException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    public Task<object?> ConvertAsync(object value, Type target, CultureInfo culture, IObjectContainer container) =>
        ConvertAsync(value, target, culture, container, null);

    private async Task<object?> ConvertAsync(object value, Type target, CultureInfo culture, IObjectContainer container, TransformationBinding? last)
    {
        var transformation = Find(value, target);
        if (transformation is not null && transformation != last)
        {
            return await TransformAsync(transformation, value, culture, container);
        }

        return target.IsInstanceOfType(value) ? value : ConvertSimple(value, target, culture);
    }

    private async Task<object?> TransformAsync(TransformationBinding transformation, object value, CultureInfo culture, IObjectContainer container)
    {
        object[] inputs = transformation.Regex is not null && value is string text
            ? [.. transformation.Regex.Match(text).Groups.Values.Skip(1).Select(group => group.Value)]
            : [value];
        if (inputs.Length != transformation.ParameterTypes.Length)
        {
            throw new BindingException(
                $"The argument transformation {transformation.MethodText} has {transformation.ParameterTypes.Length} parameters but gets {inputs.Length} values.");
        }

        var arguments = new object?[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            arguments[i] = await ConvertAsync(inputs[i], transformation.ParameterTypes[i], culture, container, transformation);
        }

        return await BindingInvoker.InvokeAsync(transformation, container, arguments);
    }

    private TransformationBinding? Find(object value, Type target) =>
        transformations.FirstOrDefault(transformation => transformation.CanConvert(value, target));

    private static object? ConvertSimple(object value, Type target, CultureInfo culture)
    {
        if (value is not string text)
        {
            return Convert.ChangeType(value, target, culture);
        }

        var type = Nullable.GetUnderlyingType(target) ?? target;
        if (type != target && text.Length == 0)
        {
            return null;
        }

        if (type.IsEnum)
        {
            return Enum.Parse(type, text.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);
        }

        if (type == typeof(BigInteger))
        {
            return BigInteger.Parse(text, NumberStyles.Integer, culture);
        }

        var converter = TypeDescriptor.GetConverter(type);
        if (converter.CanConvertFrom(typeof(string)))
        {
            try
            {
                return converter.ConvertFrom(null, culture, text);
            }
            catch (Exception)
            {
                // Convert reads what the converter does not ("1,000"), and else throws the error to show.
            }
        }

        return Convert.ChangeType(text, type, culture);
    }
}
