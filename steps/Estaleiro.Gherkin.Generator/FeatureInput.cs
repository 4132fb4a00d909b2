namespace Estaleiro.Gherkin.Generator;

/// <summary>A feature file and where the project shows it (its link), empty if it shows where it is.</summary>
internal sealed record FeatureInput(string Path, string Link);
