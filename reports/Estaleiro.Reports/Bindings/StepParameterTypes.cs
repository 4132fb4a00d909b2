using CucumberExpressions;

namespace Estaleiro.Reports.Bindings;

/// <summary>The types of parameters that the kit's steps use; the regular expressions are those that Reqnroll takes from the same library.</summary>
internal sealed class StepParameterTypes : IParameterTypeRegistry
{
    public static readonly StepParameterTypes Instance = new();

    private static readonly Dictionary<string, IParameterType> Types = new(StringComparer.Ordinal)
    {
        ["string"] = new BuiltIn("string", typeof(string), ParameterTypeConstants.StringParameterRegexps),
        ["word"] = new BuiltIn("word", typeof(string), ParameterTypeConstants.WordParameterRegexps),
        ["int"] = new BuiltIn("int", typeof(int), ParameterTypeConstants.IntParameterRegexps),
        ["float"] = new BuiltIn("float", typeof(float), ParameterTypeConstants.FloatParameterRegexps),
        [""] = new BuiltIn("", typeof(object), [ParameterTypeConstants.AnonymousParameterRegex]),
    };

    public IParameterType? LookupByTypeName(string name) => Types.GetValueOrDefault(name);

    public IEnumerable<IParameterType> GetParameterTypes() => Types.Values;

    private sealed record BuiltIn(string Name, Type ParameterType, string[] RegexStrings) : IParameterType
    {
        public int Weight => 0;

        public bool UseForSnippets => true;
    }
}
