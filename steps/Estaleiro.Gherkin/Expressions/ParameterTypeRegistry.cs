using System.Numerics;
using System.Text.RegularExpressions;
using Estaleiro.Gherkin.Bindings;

namespace Estaleiro.Gherkin.Expressions;

/// <summary>
/// The parameter types cucumber expressions may use: the official ones, .NET type names, enums that step definitions take,
/// and what argument transformations add (by their name, or by the type they return).
/// </summary>
internal sealed partial class ParameterTypeRegistry
{
    public const string StringTypeName = "string";
    private const string Anything = ".*";
    private const string Whole = @"-?\d+";
    private const string Fraction = @"[-+]?(?:\d+(?:[\p{Pc}\p{Po}\p{Pd} ]\d+)*(?:[\p{Pc}\p{Po}]\d+)?|[\p{Pc}\p{Po}]\d+)(?:[E][-+]?\d+)?";

    private static readonly ParameterType[] BuiltIn =
    [
        new("", typeof(object), [Anything], false),
        new("word", typeof(string), [@"[^\s]+"], false),
        new(StringTypeName, typeof(string), ["\"([^\"\\\\]*(?:\\\\.[^\"\\\\]*)*)\"", @"'([^'\\]*(?:\\.[^'\\]*)*)'"], false),
        .. Named(typeof(byte), Whole, "byte"),
        .. Named(typeof(short), Whole, "short"),
        .. Named(typeof(int), Whole, "int"),
        .. Named(typeof(long), Whole, "long"),
        .. Named(typeof(BigInteger), Whole, "biginteger"),
        .. Named(typeof(float), Fraction, "float"),
        .. Named(typeof(double), Fraction, "double"),
        .. Named(typeof(decimal), Fraction, "decimal"),
        new("bigdecimal", typeof(decimal), [Fraction], false),
        new("Boolean", typeof(bool), [Anything], false),
        new("Char", typeof(char), [Anything], false),
        new("DateTime", typeof(DateTime), [Anything], false),
        new("Guid", typeof(Guid), [Anything], false),
    ];

    private readonly Dictionary<string, ParameterType> types;

    public ParameterTypeRegistry(IReadOnlyList<TransformationBinding> transformations, IEnumerable<Type> stepParameterTypes)
    {
        types = BuiltIn.ToDictionary(type => type.Name);
        foreach (var type in stepParameterTypes.Where(type => type.IsEnum).Distinct())
        {
            types.TryAdd(type.FullName!, new ParameterType(type.FullName!, type, [Anything], true));
        }

        foreach (var transformation in transformations)
        {
            foreach (var name in NamesOf(transformation))
            {
                Add(name, transformation);
            }
        }
    }

    /// <summary>What transformations and enums added, for the run's messages.</summary>
    public IEnumerable<ParameterType> Custom => types.Values.Where(type => type.IsCustom);

    /// <summary>The type of a name: as it is, or as the short name of a type.</summary>
    /// <exception cref="BindingException">Several types have that short name.</exception>
    public ParameterType? Find(string name)
    {
        if (types.TryGetValue(name, out var type))
        {
            return type;
        }

        var matches = types.Where(entry => entry.Key.EndsWith("." + name, StringComparison.Ordinal) || entry.Key.EndsWith("+" + name, StringComparison.Ordinal))
            .Select(entry => entry.Value)
            .ToArray();
        return matches.Length > 1
            ? throw new BindingException($"Several parameter types are called '{name}': {string.Join(", ", matches.Select(match => match.Name))}. Use the full name.")
            : matches.FirstOrDefault();
    }

    private static IEnumerable<ParameterType> Named(Type type, string pattern, string alias) =>
        [new(type.Name, type, [pattern], false), new(alias, type, [pattern], false)];

    private static IEnumerable<string> NamesOf(TransformationBinding transformation)
    {
        var builtIn = BuiltIn.Where(type => type.TargetType == transformation.TargetType && type.Name is not ("" or "word" or StringTypeName)).ToArray();
        if (transformation.Name is not null && transformation.Name != transformation.TargetType.Name)
        {
            return [transformation.Name];
        }

        // A transformation to a built-in type widens that type under all its names.
        return builtIn.Length > 0 ? builtIn.Select(type => type.Name) : [transformation.TargetType.FullName!];
    }

    private void Add(string name, TransformationBinding transformation)
    {
        var patterns = new List<string> { PatternOf(transformation) };
        if (types.TryGetValue(name, out var existing) && existing.TargetType == transformation.TargetType)
        {
            patterns.InsertRange(0, existing.Patterns);
        }

        string[] distinct = patterns.Contains(Anything) ? [Anything] : [.. patterns.Distinct()];
        types[name] = new ParameterType(name, transformation.TargetType, distinct, true, transformation.MethodText);
    }

    private static string PatternOf(TransformationBinding transformation)
    {
        var pattern = transformation.Regex?.ToString().TrimStart('^').TrimEnd('$');
        return pattern is null || TooComplex().IsMatch(pattern) ? Anything : pattern;
    }

    [GeneratedRegex(@"\(\?|\\\(")]
    private static partial Regex TooComplex();
}
