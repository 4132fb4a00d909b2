namespace Estaleiro.Specs.Catalog;

/// <summary>A text of a step.</summary>
/// <param name="Text">The Cucumber expression, or the regular expression.</param>
/// <param name="Keywords">The keywords that it may follow: Given, When, Then.</param>
/// <param name="Example">The first step of the features that has this text, or null if none does.</param>
public sealed record StepWording(string Text, IReadOnlyList<string> Keywords, StepExample? Example);
