using System.Reflection;
using System.Runtime.InteropServices;

namespace Estaleiro.Reports.Bindings;

/// <summary>Reads the steps in an assembly without loading it for execution: only what its metadata and its documentation file say.</summary>
internal static class StepAssembly
{
    private static readonly string[] Keywords = ["Given", "When", "Then"];

    /// <summary>The methods with step attributes, in no particular order.</summary>
    /// <exception cref="IOException">The assembly or its documentation file is missing or cannot be read.</exception>
    /// <exception cref="BadImageFormatException">The file is no assembly.</exception>
    public static IReadOnlyList<BoundMethod> Read(string path)
    {
        var documentation = StepDocumentation.Read(Path.ChangeExtension(path, ".xml"));
        string[] folders = [Path.GetDirectoryName(Path.GetFullPath(path))!, RuntimeEnvironment.GetRuntimeDirectory()];
        using var context = new MetadataLoadContext(new PathAssemblyResolver(folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))));
        return
        [
            .. context.LoadFromAssemblyPath(path).GetTypes()
                .SelectMany(type => type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
                .Select(method => Of(method, documentation))
                .Where(method => method.Texts.Count > 0),
        ];
    }

    private static BoundMethod Of(MethodInfo method, IReadOnlyDictionary<string, string> documentation)
    {
        var parameters = method.GetParameters();
        var types = parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => parameter.ParameterType.FullName))})";
        var texts = method.GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType.Namespace == "Reqnroll")
            .Select(attribute => (
                Keywords: KeywordsOf(attribute.AttributeType.Name),
                Expression: attribute.ConstructorArguments is [{ Value: string expression }, ..] ? expression : null))
            .Where(attribute => attribute.Keywords.Length > 0 && attribute.Expression is not null)
            .GroupBy(attribute => attribute.Expression!, StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<string>)[.. Keywords.Intersect(group.SelectMany(attribute => attribute.Keywords))]));
        return new(
            method.DeclaringType!.Name,
            method.Name,
            documentation.GetValueOrDefault($"M:{method.DeclaringType.FullName}.{method.Name}{types}", ""),
            [.. parameters.Select(parameter => (parameter.Name!, parameter.ParameterType.Name))],
            [.. texts]);
    }

    private static string[] KeywordsOf(string attribute) =>
        attribute == "StepDefinitionAttribute" ? Keywords : [.. Keywords.Where(keyword => attribute == $"{keyword}Attribute")];
}
