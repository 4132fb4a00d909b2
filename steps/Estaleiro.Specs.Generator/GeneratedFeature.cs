using Estaleiro.Specs.Parsing;

namespace Estaleiro.Specs.Generator;

/// <summary>A feature and the names its class gets.</summary>
internal sealed record GeneratedFeature(FeatureDocument Document, string Path, string Folder, string Namespace, string ClassName)
{
    public string FullClassName => $"{Namespace}.{ClassName}";
}
