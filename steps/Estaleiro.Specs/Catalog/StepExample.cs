namespace Estaleiro.Specs.Catalog;

/// <summary>A step in a feature.</summary>
/// <param name="Language">The feature's language, as <c>pt</c>.</param>
/// <param name="Uri">The feature's file, relative to the repository.</param>
/// <param name="Line">The step's line.</param>
/// <param name="Text">The keyword and the text.</param>
public sealed record StepExample(string Language, string Uri, int Line, string Text);
