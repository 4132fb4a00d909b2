using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Estaleiro.Specs.Catalog;

/// <summary>The steps in a built assembly of bindings, read without loading it.</summary>
public static partial class StepCatalog
{
    private static readonly string[] Keywords = ["Given", "When", "Then"];

    /// <summary>Reads the steps, in the order of their classes and methods.</summary>
    /// <param name="assembly">The assembly. Docstrings are in the XML file beside it.</param>
    /// <param name="features">Where examples come from.</param>
    /// <exception cref="IOException">The assembly or its docstrings cannot be read.</exception>
    /// <exception cref="BadImageFormatException">The file is no assembly.</exception>
    public static IReadOnlyList<StepEntry> Load(string assembly, IReadOnlyList<FeatureEntry> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var members = XDocument.Load(Path.ChangeExtension(assembly, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, Summary);
        List<StepExample> examples = [.. features.SelectMany(Examples)];
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        List<StepEntry> steps = [];
        foreach (var type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition))
        {
            var name = metadata.GetString(type.Name);
            var fullName = $"{metadata.GetString(type.Namespace)}.{name}";
            foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
            {
                List<(string Keyword, string Text)> attributes = [.. method.GetCustomAttributes().Select(handle => Read(metadata, handle)).OfType<(string, string)>()];
                if (attributes.Count == 0)
                {
                    continue;
                }

                var methodName = metadata.GetString(method.Name);
                steps.Add(new StepEntry(
                    members.GetValueOrDefault($"T:{fullName}", name),
                    Documented(members, $"M:{fullName}.{methodName}", method.GetParameters().Count(handle => metadata.GetParameter(handle).SequenceNumber > 0)),
                    $"{name}.{methodName}",
                    [.. attributes.GroupBy(attribute => attribute.Text).Select(same => Wording(same.Key, same.Select(attribute => attribute.Keyword), examples))]));
            }
        }

        return [.. steps.OrderBy(step => step.Method.Split('.')[0], StringComparer.Ordinal)];
    }

    private static StepWording Wording(string text, IEnumerable<string> keywords, List<StepExample> examples)
    {
        var pattern = StepPattern.Of(text);
        return new(
            text,
            [.. keywords.Distinct().OrderBy(keyword => Array.IndexOf(Keywords, keyword))],
            examples.Find(example => pattern.IsMatch(example.Text[(example.Text.IndexOf('\n', StringComparison.Ordinal) + 1)..])) is { } found
                ? found with { Text = found.Text.Replace("\n", "", StringComparison.Ordinal) }
                : null);
    }

    /// <summary>Keyword and text with a line feed between them.</summary>
    private static IEnumerable<StepExample> Examples(FeatureEntry feature) =>
        from child in feature.Document.Feature.Children
        from scenario in (child.Rule?.Children.Select(inner => inner.Scenario) ?? [child.Scenario]).OfType<Io.Cucumber.Messages.Types.Scenario>()
        from step in scenario.Steps
        select new StepExample(feature.Language, feature.Uri, (int)step.Location.Line, $"{step.Keyword}\n{step.Text}");

    private static (string Keyword, string Text)? Read(MetadataReader metadata, CustomAttributeHandle handle)
    {
        var attribute = metadata.GetCustomAttribute(handle);
        if (attribute.Constructor.Kind != HandleKind.MemberReference
            || metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } parent)
        {
            return null;
        }

        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        var name = metadata.GetString(type.Name).Replace("Attribute", "", StringComparison.Ordinal);
        if (metadata.GetString(type.Namespace) != "Reqnroll" || !Keywords.Contains(name))
        {
            return null;
        }

        // ECMA-335 II.23.3: a prolog of two bytes, then the constructor's arguments.
        var value = metadata.GetBlobReader(attribute.Value);
        value.ReadUInt16();
        return value.ReadSerializedString() is { } text ? (name, text) : null;
    }

    private static string Documented(Dictionary<string, string> members, string name, int parameters) => parameters == 0
        ? members.GetValueOrDefault(name, "")
        : members.Where(member => member.Key.StartsWith(name + "(", StringComparison.Ordinal) && member.Key.Count(sign => sign == ',') == parameters - 1)
            .Select(member => member.Value).FirstOrDefault("");

    private static string Summary(XElement member)
    {
        var summary = member.Element("summary");
        foreach (var reference in summary?.Descendants().Where(element => element.Attribute("cref") is not null && element.IsEmpty).ToList() ?? [])
        {
            reference.ReplaceWith(reference.Attribute("cref")!.Value.Split('.')[^1]);
        }

        return White().Replace(summary?.Value ?? "", " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
