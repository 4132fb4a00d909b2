namespace Estaleiro.Specs.Generator;

/// <summary>A feature file as the compiler hands it over.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Link">Where the project shows it, empty if it shows it where it is.</param>
/// <param name="Text">What it holds, null if it cannot be read.</param>
/// <param name="Options">What the build says of the project.</param>
internal sealed record FeatureInput(string Path, string Link, string? Text, GeneratorOptions Options);
