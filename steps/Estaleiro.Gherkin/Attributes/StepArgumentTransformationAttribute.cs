namespace Estaleiro.Gherkin;

/// <summary>Marks a method that turns a step's argument (text, doc string or data table) into the type it returns.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class StepArgumentTransformationAttribute : Attribute
{
    /// <summary>The order of a transformation that sets none.</summary>
    public const int DefaultOrder = 10000;

    /// <summary>Takes any argument of the method's parameter type.</summary>
    public StepArgumentTransformationAttribute()
    {
    }

    /// <summary>Takes arguments that <paramref name="regex"/> matches whole; its groups become the method's parameters.</summary>
    /// <param name="regex">A .NET regular expression for the whole argument.</param>
    /// <param name="order">Lower goes first when several transformations fit.</param>
    public StepArgumentTransformationAttribute(string? regex, int order = DefaultOrder)
    {
        Regex = regex;
        Order = order;
    }

    /// <summary>The regular expression the whole argument must match; null takes every argument.</summary>
    public string? Regex { get; set; }

    /// <summary>The name a cucumber expression uses for it, as in <c>{size}</c>.</summary>
    public string? Name { get; set; }

    /// <summary>Lower goes first when several transformations fit.</summary>
    public int Order { get; set; } = DefaultOrder;
}
