using Microsoft.CodeAnalysis.Diagnostics;

namespace Estaleiro.Specs.Generator;

/// <summary>What the build says of the project, by properties that <c>Estaleiro.Specs.targets</c> makes visible to the compiler.</summary>
/// <param name="ProjectDirectory">The project's folder.</param>
/// <param name="Root">What the paths of features are relative to.</param>
/// <param name="RootNamespace">What the namespaces of generated classes begin with.</param>
internal sealed record GeneratorOptions(string ProjectDirectory, string Root, string RootNamespace)
{
    public static GeneratorOptions Read(AnalyzerConfigOptions options) => new(
        Property(options, "MSBuildProjectDirectory"), Property(options, "FeaturesRoot"), Property(options, "RootNamespace"));

    private static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) ? value : "";
}
